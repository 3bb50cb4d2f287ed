<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>About Gatepost</source>
        <translation>Info zu Gatepost</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Gatepost {version}</source>
        <translation>Gatepost {version}</translation>
    </message>
    <message>
        <source>Manages permissions of PowerShell session configurations on this computer and remote hosts</source>
        <translation>Verwaltet Berechtigungen von PowerShell-Sitzungskonfigurationen auf diesem Computer und auf Remotehosts</translation>
    </message>
    <message>
        <source>Third-party licenses</source>
        <translation>Lizenzen Dritter</translation>
    </message>
    <message>
        <source>Versions and licenses</source>
        <translation>Versionen und Lizenzen</translation>
    </message>
</context>
<context>
    <name>AccessFolds</name>
    <message>
        <source>Access &amp;lost</source>
        <translation>&amp;Verlorener Zugriff</translation>
    </message>
    <message>
        <source>It isn&apos;t fully known who gains access.</source>
        <translation>Es ist nicht vollständig bekannt, wer Zugriff erhält.</translation>
    </message>
    <message>
        <source>It isn&apos;t fully known who loses access.</source>
        <translation>Es ist nicht vollständig bekannt, wer den Zugriff verliert.</translation>
    </message>
    <message>
        <source>No one gains access.</source>
        <translation>Niemand erhält Zugriff.</translation>
    </message>
    <message>
        <source>No one loses access.</source>
        <translation>Niemand verliert Zugriff.</translation>
    </message>
</context>
<context>
    <name>AccessSummaryPage</name>
    <message>
        <source>&amp;Go to endpoint</source>
        <translation>&amp;Zum Endpunkt</translation>
    </message>
    <message>
        <source>C&amp;onnection</source>
        <translation>V&amp;erbindung</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Evaluating...</source>
        <translation>Wird ausgewertet...</translation>
    </message>
    <message>
        <source>Explanation of the answer</source>
        <translation>Erläuterung der Antwort</translation>
    </message>
    <message>
        <source>No one can open a session.</source>
        <translation>Niemand kann eine Sitzung öffnen.</translation>
    </message>
    <message>
        <source>Refresh to try again.</source>
        <translation>Aktualisieren Sie, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <source>This host has no PowerShell endpoints.</source>
        <translation>Dieser Host hat keine PowerShell-Endpunkte.</translation>
    </message>
    <message>
        <source>Who has access</source>
        <translation>Wer hat Zugriff</translation>
    </message>
    <message>
        <source>any command</source>
        <translation>beliebiger Befehl</translation>
    </message>
    <message>
        <source>{who}, {where}, {connection}. Now: {now}. With pending changes: {after}.</source>
        <translation>{who}, {where}, {connection}. Jetzt: {now}. Mit ausstehenden Änderungen: {after}.</translation>
    </message>
    <message>
        <source>{who}, {where}, {connection}: {now}.</source>
        <translation>{who}, {where}, {connection}: {now}.</translation>
    </message>
    <message>
        <source>{who}, {where}. Now: {now}. With pending changes: {after}.</source>
        <translation>{who}, {where}. Jetzt: {now}. Mit ausstehenden Änderungen: {after}.</translation>
    </message>
    <message>
        <source>{who}, {where}: {now}.</source>
        <translation>{who}, {where}: {now}.</translation>
    </message>
</context>
<context>
    <name>AccountChooser</name>
    <message>
        <source>&amp;Add</source>
        <translation>Hin&amp;zufügen</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>Accounts and groups of the user</source>
        <translation>Konten und Gruppen des Benutzers</translation>
    </message>
    <message>
        <source>CONTOSO\Helpdesk</source>
        <translation>CONTOSO\Helpdesk</translation>
    </message>
    <message>
        <source>Custom (select groups below)</source>
        <translation>Benutzerdefiniert (Gruppen unten auswählen)</translation>
    </message>
    <message>
        <source>The connected account</source>
        <translation>Das verbundene Konto</translation>
    </message>
    <message>
        <source>The connected account, {account}</source>
        <translation>Das verbundene Konto, {account}</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>User or group</source>
        <translation>Benutzer oder Gruppe</translation>
    </message>
</context>
<context>
    <name>AceTableModel</name>
    <message>
        <source>Unknown account. It might have been deleted.</source>
        <translation>Unbekanntes Konto. Es wurde möglicherweise gelöscht.</translation>
    </message>
    <message>
        <source>{type} (pending)</source>
        <translation>{type} (ausstehend)</translation>
    </message>
    <message>
        <source>{type}, inherited</source>
        <translation>{type}, geerbt</translation>
    </message>
</context>
<context>
    <name>BACKEND</name>
    <message>
        <source>&quot;{given}&quot; contains an invisible character ({code}). Delete it.</source>
        <translation>„{given}“ enthält ein unsichtbares Zeichen ({code}). Löschen Sie es.</translation>
    </message>
    <message>
        <source>&quot;{given}&quot; isn&apos;t a valid IPv4 address.</source>
        <translation>„{given}“ ist keine gültige IPv4-Adresse.</translation>
    </message>
    <message>
        <source>&quot;{given}&quot; isn&apos;t a valid IPv6 address.</source>
        <translation>„{given}“ ist keine gültige IPv6-Adresse.</translation>
    </message>
    <message>
        <source>&quot;{given}&quot; isn&apos;t a valid host name.</source>
        <translation>„{given}“ ist kein gültiger Hostname.</translation>
    </message>
    <message>
        <source>&quot;{given}&quot; isn&apos;t a valid port. Enter a number from 1 to {most}.</source>
        <translation>„{given}“ ist kein gültiger Port. Geben Sie eine Zahl von 1 bis {most} ein.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; isn&apos;t a valid name for a report.</source>
        <translation>„{name}“ ist kein gültiger Name für einen Bericht.</translation>
    </message>
    <message>
        <source>A URL must begin with http:// or https://, not with {scheme}://.</source>
        <translation>Eine URL muss mit http:// oder https:// beginnen, nicht mit {scheme}://.</translation>
    </message>
    <message>
        <source>A WinRM component on {host} crashed during the request: {said}</source>
        <translation>Eine WinRM-Komponente auf {host} ist während der Anforderung abgestürzt: {said}</translation>
    </message>
    <message>
        <source>A YAML inventory can&apos;t be read. Use the INI format, or one host name on each line.</source>
        <translation>Ein YAML-Inventar kann nicht gelesen werden. Verwenden Sie das INI-Format oder einen Hostnamen je Zeile.</translation>
    </message>
    <message>
        <source>A client certificate requires HTTPS.</source>
        <translation>Ein Clientzertifikat erfordert HTTPS.</translation>
    </message>
    <message>
        <source>A computer that impersonates the host could get your user name and a response that can be used to crack your password.</source>
        <translation>Ein Computer, der sich als dieser Host ausgibt, könnte Ihren Benutzernamen und eine Antwort erhalten, mit der sich Ihr Kennwort knacken lässt.</translation>
    </message>
    <message>
        <source>A gateway between this computer and {host} got no response from it (HTTP {status}).</source>
        <translation>Ein Gateway zwischen diesem Computer und {host} hat keine Antwort von ihm erhalten (HTTP {status}).</translation>
    </message>
    <message>
        <source>A policy on the host might restrict incoming NTLM traffic, or a network device between here and the host might remove the logon. Use Kerberos with the host&apos;s fully qualified domain name (FQDN).</source>
        <translation>Möglicherweise schränkt eine Richtlinie auf dem Host eingehenden NTLM-Datenverkehr ein, oder ein Netzwerkgerät zwischen hier und dem Host entfernt die Anmeldung. Verwenden Sie Kerberos mit dem vollqualifizierten Domänennamen (FQDN) des Hosts.</translation>
    </message>
    <message>
        <source>A policy on {host} doesn&apos;t allow storing a RunAs user (DisableRunAs).</source>
        <translation>Eine Richtlinie auf {host} lässt das Speichern eines RunAs-Benutzers nicht zu (DisableRunAs).</translation>
    </message>
    <message>
        <source>A proxy between this computer and {host} requires authentication (HTTP 407).</source>
        <translation>Ein Proxy zwischen diesem Computer und {host} verlangt eine Authentifizierung (HTTP 407).</translation>
    </message>
    <message>
        <source>A proxy or a load balancer might have changed it. Connect directly.</source>
        <translation>Ein Proxy oder Lastenausgleich hat sie möglicherweise verändert. Verbinden Sie sich direkt.</translation>
    </message>
    <message>
        <source>A proxy or load balancer might have removed the WWW-Authenticate header from the response. Connect directly.</source>
        <translation>Möglicherweise hat ein Proxy oder Lastenausgleich den Header WWW-Authenticate aus der Antwort entfernt. Verbinden Sie sich direkt.</translation>
    </message>
    <message>
        <source>A proxy, a firewall or a filter between here and the host, or the host&apos;s own web server, blocks the request.</source>
        <translation>Ein Proxy, eine Firewall oder ein Filter zwischen hier und dem Host oder der Webserver des Hosts blockiert die Anforderung.</translation>
    </message>
    <message>
        <source>A session might still be open on the host because closing it failed. If so, the host ends it after its idle timeout.</source>
        <translation>Auf dem Host ist möglicherweise noch eine Sitzung offen, da das Schließen fehlgeschlagen ist. In diesem Fall beendet der Host sie nach ihrem Leerlauftimeout.</translation>
    </message>
    <message>
        <source>A value in the file isn&apos;t valid.</source>
        <translation>Ein Wert in der Datei ist ungültig.</translation>
    </message>
    <message>
        <source>A web server answers at {host}, not WinRM.</source>
        <translation>Unter {host} antwortet ein Webserver, nicht WinRM.</translation>
    </message>
    <message>
        <source>Access to WinRM on {host} is forbidden (HTTP 403).</source>
        <translation>Der Zugriff auf WinRM auf {host} ist verboten (HTTP 403).</translation>
    </message>
    <message>
        <source>Access to {host} is denied.</source>
        <translation>Der Zugriff auf {host} wurde verweigert.</translation>
    </message>
    <message>
        <source>Administrator rights weren&apos;t granted.</source>
        <translation>Es wurden keine Administratorrechte gewährt.</translation>
    </message>
    <message>
        <source>Another program is using it. No changes are made while History can&apos;t be saved. Try again in a moment.</source>
        <translation>Ein anderes Programm verwendet ihn. Solange der Verlauf nicht gespeichert werden kann, werden keine Änderungen vorgenommen. Versuchen Sie es in einem Moment erneut.</translation>
    </message>
    <message>
        <source>Ask an administrator to fix the account, then connect again.</source>
        <translation>Wenden Sie sich wegen des Kontos an einen Administrator, und verbinden Sie sich dann erneut.</translation>
    </message>
    <message>
        <source>Basic authentication doesn&apos;t define an encoding for these characters; Gatepost sends UTF-8. Check the user name and password, or use NTLM or Kerberos.</source>
        <translation>Die Basic-Authentifizierung legt für diese Zeichen keine Codierung fest; Gatepost sendet UTF-8. Prüfen Sie Benutzername und Kennwort, oder verwenden Sie NTLM oder Kerberos.</translation>
    </message>
    <message>
        <source>Can&apos;t connect to {host}.</source>
        <translation>Die Verbindung mit {host} kann nicht hergestellt werden.</translation>
    </message>
    <message>
        <source>Can&apos;t find a domain controller for the domain in the user name, and the account doesn&apos;t exist in this computer&apos;s domain.</source>
        <translation>Für die Domäne im Benutzernamen kann kein Domänencontroller gefunden werden, und das Konto ist in der Domäne dieses Computers nicht vorhanden.</translation>
    </message>
    <message>
        <source>Can&apos;t find or reach a domain controller to log on to {host}.</source>
        <translation>Für die Anmeldung an {host} kann kein Domänencontroller gefunden oder erreicht werden.</translation>
    </message>
    <message>
        <source>Can&apos;t read the file ({path}).</source>
        <translation>Die Datei kann nicht gelesen werden ({path}).</translation>
    </message>
    <message>
        <source>Can&apos;t read the list of hosts at the moment ({why}). Try again: {path}</source>
        <translation>Die Liste der Hosts kann zurzeit nicht gelesen werden ({why}). Versuchen Sie es erneut: {path}</translation>
    </message>
    <message>
        <source>Can&apos;t read the list of hosts, so none are shown. Restore the file or add the hosts again: {path}</source>
        <translation>Die Liste der Hosts kann nicht gelesen werden, daher werden keine angezeigt. Stellen Sie die Datei wieder her, oder fügen Sie die Hosts erneut hinzu: {path}</translation>
    </message>
    <message>
        <source>Can&apos;t read the list of saved passwords at the moment ({why}). Try again: {path}</source>
        <translation>Die Liste der gespeicherten Kennwörter kann zurzeit nicht gelesen werden ({why}). Versuchen Sie es erneut: {path}</translation>
    </message>
    <message>
        <source>Can&apos;t read the list of saved passwords: {path}</source>
        <translation>Die Liste der gespeicherten Kennwörter kann nicht gelesen werden: {path}</translation>
    </message>
    <message>
        <source>Can&apos;t read the settings now ({why}). The defaults are used: {path}</source>
        <translation>Die Einstellungen können zurzeit nicht gelesen werden ({why}). Die Standardwerte werden verwendet: {path}</translation>
    </message>
    <message>
        <source>Can&apos;t read the settings. The defaults are used: {path}</source>
        <translation>Die Einstellungen können nicht gelesen werden. Die Standardwerte werden verwendet: {path}</translation>
    </message>
    <message>
        <source>Can&apos;t read the trusted certificates and read-only settings at the moment ({why}). Try again: {path}</source>
        <translation>Die vertrauenswürdigen Zertifikate und Schreibschutzeinstellungen können zurzeit nicht gelesen werden ({why}). Versuchen Sie es erneut: {path}</translation>
    </message>
    <message>
        <source>Can&apos;t read the trusted certificates and read-only settings. Restore this file, then restart Gatepost: {path}</source>
        <translation>Die vertrauenswürdigen Zertifikate und Schreibschutzeinstellungen können nicht gelesen werden. Stellen Sie diese Datei wieder her, und starten Sie Gatepost neu: {path}</translation>
    </message>
    <message>
        <source>Can&apos;t read {path}.</source>
        <translation>{path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Can&apos;t resolve &quot;{host}&quot;.</source>
        <translation>„{host}“ kann nicht aufgelöst werden.</translation>
    </message>
    <message>
        <source>Can&apos;t save History ({path}).</source>
        <translation>Der Verlauf kann nicht gespeichert werden ({path}).</translation>
    </message>
    <message>
        <source>Can&apos;t save the list of hosts in {path}.</source>
        <translation>Die Liste der Hosts kann nicht in {path} gespeichert werden.</translation>
    </message>
    <message>
        <source>Can&apos;t save the list of saved passwords in {path}. Check the disk and your permissions.</source>
        <translation>Die Liste der gespeicherten Kennwörter kann nicht in {path} gespeichert werden. Prüfen Sie den Datenträger und Ihre Berechtigungen.</translation>
    </message>
    <message>
        <source>Can&apos;t save the settings in {path}. Check the disk and your permissions.</source>
        <translation>Die Einstellungen können nicht in {path} gespeichert werden. Prüfen Sie den Datenträger und Ihre Berechtigungen.</translation>
    </message>
    <message>
        <source>Can&apos;t save the trusted certificates and read-only settings in {path}. Check the disk and your permissions.</source>
        <translation>Die vertrauenswürdigen Zertifikate und Schreibschutzeinstellungen können nicht in {path} gespeichert werden. Prüfen Sie den Datenträger und Ihre Berechtigungen.</translation>
    </message>
    <message>
        <source>Can&apos;t save {path}.</source>
        <translation>{path} kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Can&apos;t start WinRM.</source>
        <translation>WinRM kann nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Can&apos;t use the connection to {host}: {why}.</source>
        <translation>Die Verbindung mit {host} kann nicht verwendet werden: {why}.</translation>
    </message>
    <message>
        <source>Can&apos;t write to disk. No changes are made while History can&apos;t be saved. Check the disk.</source>
        <translation>Auf den Datenträger kann nicht geschrieben werden. Solange der Verlauf nicht gespeichert werden kann, werden keine Änderungen vorgenommen. Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Change it in the policy.</source>
        <translation>Ändern Sie sie in der Richtlinie.</translation>
    </message>
    <message>
        <source>Change the policy, or remove the RunAs user from the endpoint.</source>
        <translation>Ändern Sie die Richtlinie, oder entfernen Sie den RunAs-Benutzer vom Endpunkt.</translation>
    </message>
    <message>
        <source>Check its SDDL. It must have an owner and a group.</source>
        <translation>Prüfen Sie die SDDL. Sie muss einen Besitzer und eine Gruppe enthalten.</translation>
    </message>
    <message>
        <source>Check that it still exists and that you have permission to read it.</source>
        <translation>Prüfen Sie, ob sie noch vorhanden ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Check that the Windows Remote Management files and their registration are intact (winrm id).</source>
        <translation>Prüfen Sie, ob die Dateien der Windows-Remoteverwaltung und ihre Registrierung intakt sind (winrm id).</translation>
    </message>
    <message>
        <source>Check that the host is running, or connect without the gateway.</source>
        <translation>Prüfen Sie, ob der Host ausgeführt wird, oder verbinden Sie sich ohne das Gateway.</translation>
    </message>
    <message>
        <source>Check that the host is turned on and that no firewall blocks its port.</source>
        <translation>Prüfen Sie, ob der Host eingeschaltet ist und keine Firewall seinen Port blockiert.</translation>
    </message>
    <message>
        <source>Check the account&apos;s logon hours, its allowed workstations and the user right &quot;Access this computer from the network&quot; on the host, or use another account.</source>
        <translation>Prüfen Sie die Anmeldezeiten des Kontos, seine zulässigen Arbeitsstationen und das Benutzerrecht „Auf diesen Computer vom Netzwerk aus zugreifen“ auf dem Host, oder verwenden Sie ein anderes Konto.</translation>
    </message>
    <message>
        <source>Check the address and the port. A logon page of the network (captive portal) might be in the way.</source>
        <translation>Prüfen Sie Adresse und Port. Möglicherweise ist eine Anmeldeseite des Netzwerks (Captive Portal) dazwischen.</translation>
    </message>
    <message>
        <source>Check the address and the port. The details show the response.</source>
        <translation>Prüfen Sie Adresse und Port. Die Details zeigen die Antwort.</translation>
    </message>
    <message>
        <source>Check the address, and whether this computer&apos;s network or VPN is connected.</source>
        <translation>Prüfen Sie die Adresse und ob das Netzwerk oder VPN dieses Computers verbunden ist.</translation>
    </message>
    <message>
        <source>Check the name. If it&apos;s right, the connection might be intercepted: ask the administrator of the host.</source>
        <translation>Prüfen Sie den Namen. Wenn er stimmt, wird die Verbindung möglicherweise abgefangen: Fragen Sie den Administrator des Hosts.</translation>
    </message>
    <message>
        <source>Check the network and DNS settings of the host, or use a local account of the host.</source>
        <translation>Prüfen Sie die Netzwerk- und DNS-Einstellungen des Hosts, oder verwenden Sie ein lokales Konto des Hosts.</translation>
    </message>
    <message>
        <source>Check the network and the name of the domain.</source>
        <translation>Prüfen Sie das Netzwerk und den Namen der Domäne.</translation>
    </message>
    <message>
        <source>Check the network. The details show the error that this computer reported.</source>
        <translation>Prüfen Sie das Netzwerk. Die Details zeigen den Fehler, den dieser Computer gemeldet hat.</translation>
    </message>
    <message>
        <source>Check the port and the path. An address filter of its WinRM service (IPv4Filter) might also exclude this computer.</source>
        <translation>Prüfen Sie Port und Pfad. Möglicherweise schließt auch ein Adressfilter des WinRM-Diensts (IPv4Filter) diesen Computer aus.</translation>
    </message>
    <message>
        <source>Check the spelling, and whether this computer can reach the DNS server that knows it.</source>
        <translation>Prüfen Sie die Schreibweise und ob dieser Computer den zuständigen DNS-Server erreicht.</translation>
    </message>
    <message>
        <source>Check the user name and password. Too many wrong passwords can lock the account.</source>
        <translation>Prüfen Sie Benutzername und Kennwort. Zu viele falsche Kennwörter können das Konto sperren.</translation>
    </message>
    <message>
        <source>Check the user name and the domain.</source>
        <translation>Prüfen Sie Benutzernamen und Domäne.</translation>
    </message>
    <message>
        <source>Check the user name. If the domain is right, check the network and the DNS server that knows it.</source>
        <translation>Prüfen Sie den Benutzernamen. Wenn die Domäne stimmt, prüfen Sie das Netzwerk und den zuständigen DNS-Server.</translation>
    </message>
    <message>
        <source>Choose a client certificate file.</source>
        <translation>Wählen Sie eine Clientzertifikatdatei aus.</translation>
    </message>
    <message>
        <source>Choose a file that Gatepost has saved, or a registry export of the WSMAN\Plugin key.</source>
        <translation>Wählen Sie eine von Gatepost gespeicherte Datei oder einen Registrierungsexport des Schlüssels WSMAN\Plugin aus.</translation>
    </message>
    <message>
        <source>Choose a file with certificates in PEM, DER (.cer) or PKCS #7 (.p7b).</source>
        <translation>Wählen Sie eine Datei mit Zertifikaten im Format PEM, DER (.cer) oder PKCS #7 (.p7b) aus.</translation>
    </message>
    <message>
        <source>Choose another one. If a library is missing, install it.</source>
        <translation>Wählen Sie eine andere aus. Falls eine Bibliothek fehlt, installieren Sie sie.</translation>
    </message>
    <message>
        <source>Choose the CA file of that authority. If it is an intermediate authority, install its certificate on the host. Or compare the SHA-256 fingerprint with the one on the host before you trust it.</source>
        <translation>Wählen Sie die CA-Datei dieser Zertifizierungsstelle aus. Wenn es eine Zwischenzertifizierungsstelle ist, installieren Sie ihr Zertifikat auf dem Host. Oder vergleichen Sie den SHA-256-Fingerabdruck mit dem auf dem Host, bevor Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>Close other sessions on the host or raise MaxMemoryPerShellMB (winrm/config/winrs), then restart WinRM there.</source>
        <translation>Schließen Sie andere Sitzungen auf dem Host, oder erhöhen Sie MaxMemoryPerShellMB (winrm/config/winrs), und starten Sie dort WinRM neu.</translation>
    </message>
    <message>
        <source>Close other sessions on the host, or wait, then try again. Quotas are in winrm/config/winrs, in winrm/config/service and in each plug-in.</source>
        <translation>Schließen Sie andere Sitzungen auf dem Host, oder warten Sie, und versuchen Sie es erneut. Kontingente stehen in winrm/config/winrs, in winrm/config/service und in jedem Plug-In.</translation>
    </message>
    <message>
        <source>Close this account&apos;s other sessions on the host, or wait, then try again. MaxShellsPerUser is in winrm/config/winrs, MaxConcurrentOperationsPerUser in winrm/config/service, or set by Group Policy.</source>
        <translation>Schließen Sie andere Sitzungen dieses Kontos auf dem Host, oder warten Sie, und versuchen Sie es erneut. MaxShellsPerUser steht in winrm/config/winrs, MaxConcurrentOperationsPerUser in winrm/config/service, oder beides ist durch eine Gruppenrichtlinie festgelegt.</translation>
    </message>
    <message>
        <source>Compare its SHA-256 fingerprint with the one on the host before you trust it.</source>
        <translation>Vergleichen Sie den SHA-256-Fingerabdruck mit dem auf dem Host, bevor Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>Compare the host with the details of the entry, then mark it as checked.</source>
        <translation>Vergleichen Sie den Host mit den Details des Eintrags, und markieren Sie ihn dann als geprüft.</translation>
    </message>
    <message>
        <source>Connect again and choose {pick}.</source>
        <translation>Verbinden Sie sich erneut, und wählen Sie {pick} aus.</translation>
    </message>
    <message>
        <source>Connect again and enter it.</source>
        <translation>Verbinden Sie sich erneut, und geben Sie es ein.</translation>
    </message>
    <message>
        <source>Connect to a Windows host. Other WS-Management services use the same ports.</source>
        <translation>Verbinden Sie sich mit einem Windows-Host. Andere WS-Management-Dienste verwenden dieselben Ports.</translation>
    </message>
    <message>
        <source>Connect with HTTPS, or update Windows on the host.</source>
        <translation>Verbinden Sie sich mit HTTPS, oder aktualisieren Sie Windows auf dem Host.</translation>
    </message>
    <message>
        <source>Connect with a name that it was issued to; the details list them.</source>
        <translation>Verbinden Sie sich mit einem Namen, für den es ausgestellt wurde; die Details führen sie auf.</translation>
    </message>
    <message>
        <source>Connect with a name that it was issued to; the details list them. An address is accepted only if the certificate lists it as an IP address, not as a DNS name.</source>
        <translation>Verbinden Sie sich mit einem Namen, für den es ausgestellt wurde; die Details führen sie auf. Eine Adresse wird nur akzeptiert, wenn sie im Zertifikat als IP-Adresse steht, nicht als DNS-Name.</translation>
    </message>
    <message>
        <source>Connect with https:// to this port.</source>
        <translation>Verbinden Sie sich mit https:// mit diesem Port.</translation>
    </message>
    <message>
        <source>Connect with the name or address that its listener is bound to.</source>
        <translation>Verbinden Sie sich mit dem Namen oder der Adresse, an die sein Listener gebunden ist.</translation>
    </message>
    <message>
        <source>Connect with the name that the host&apos;s HTTPS listener is set up for.</source>
        <translation>Verbinden Sie sich mit dem Namen, für den der HTTPS-Listener des Hosts eingerichtet ist.</translation>
    </message>
    <message>
        <source>Connect without the proxy, or have it allow CONNECT to this port without authentication.</source>
        <translation>Verbinden Sie sich ohne den Proxy, oder lassen Sie dort CONNECT zu diesem Port ohne Authentifizierung zu.</translation>
    </message>
    <message>
        <source>Enter a host name or address.</source>
        <translation>Geben Sie einen Hostnamen oder eine Adresse ein.</translation>
    </message>
    <message>
        <source>Enter a password.</source>
        <translation>Geben Sie ein Kennwort ein.</translation>
    </message>
    <message>
        <source>Enter a user name.</source>
        <translation>Geben Sie einen Benutzernamen ein.</translation>
    </message>
    <message>
        <source>Enter the host only. Enter the account under User.</source>
        <translation>Geben Sie nur den Host ein. Das Konto gehört in das Feld „Benutzer“.</translation>
    </message>
    <message>
        <source>Enter the proxy as a URL with a port and without an account, as in http://proxy.example.com:3128.</source>
        <translation>Geben Sie den Proxy als URL mit Port und ohne Konto ein, z. B. http://proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>Export the key HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WSMAN\Plugin with regedit.</source>
        <translation>Exportieren Sie den Schlüssel HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WSMAN\Plugin mit regedit.</translation>
    </message>
    <message>
        <source>Find out why before you continue: the connection might be intercepted.</source>
        <translation>Klären Sie den Grund, bevor Sie fortfahren: Die Verbindung wird möglicherweise abgefangen.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>Geben Sie Speicherplatz frei, oder wählen Sie einen anderen Ordner aus.</translation>
    </message>
    <message>
        <source>Have it renewed on the host. Check this computer&apos;s clock, too.</source>
        <translation>Lassen Sie es auf dem Host erneuern. Prüfen Sie auch die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>Have the proxy allow WinRM without authentication, or connect directly.</source>
        <translation>Lassen Sie WinRM im Proxy ohne Authentifizierung zu, oder verbinden Sie sich direkt.</translation>
    </message>
    <message>
        <source>History is damaged and can&apos;t be saved ({path}).</source>
        <translation>Der Verlauf ist beschädigt und kann nicht gespeichert werden ({path}).</translation>
    </message>
    <message>
        <source>Host check</source>
        <translation>Hostprüfung</translation>
    </message>
    <message>
        <source>If Kerberos isn&apos;t available, NTLM is used. Over HTTP, it doesn&apos;t prove the host&apos;s identity.</source>
        <translation>Wenn Kerberos nicht verfügbar ist, wird NTLM verwendet. Über HTTP weist NTLM die Identität des Hosts nicht nach.</translation>
    </message>
    <message>
        <source>Issue a certificate signed with SHA-256 for the host.</source>
        <translation>Stellen Sie für den Host ein mit SHA-256 signiertes Zertifikat aus.</translation>
    </message>
    <message>
        <source>Issue a certificate with a key of 2048 bits or more for the host.</source>
        <translation>Stellen Sie für den Host ein Zertifikat mit einem Schlüssel von mindestens 2048 Bit aus.</translation>
    </message>
    <message>
        <source>Issue a certificate with the usage Server Authentication for the host.</source>
        <translation>Stellen Sie für den Host ein Zertifikat mit der Verwendung „Serverauthentifizierung“ aus.</translation>
    </message>
    <message>
        <source>Issue a certificate without this extension for the host.</source>
        <translation>Stellen Sie für den Host ein Zertifikat ohne diese Erweiterung aus.</translation>
    </message>
    <message>
        <source>It might be busy. Wait a moment, then try again.</source>
        <translation>Er ist möglicherweise ausgelastet. Warten Sie einen Moment, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It might not be a Windows host (OMI, openwsman and management controllers use the same protocol). Check the address and the port.</source>
        <translation>Möglicherweise ist es kein Windows-Host (OMI, openwsman und Managementcontroller verwenden dasselbe Protokoll). Prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <source>It was saved by a newer version of Gatepost. No changes are made while History can&apos;t be saved: use that version.</source>
        <translation>Er wurde von einer neueren Version von Gatepost gespeichert. Solange der Verlauf nicht gespeichert werden kann, werden keine Änderungen vorgenommen: Verwenden Sie die neuere Version.</translation>
    </message>
    <message>
        <source>Its certificate might have no usable private key. Check the certificate of the HTTPS listener on the host (winrm enumerate winrm/config/listener).</source>
        <translation>Sein Zertifikat hat möglicherweise keinen verwendbaren privaten Schlüssel. Prüfen Sie das Zertifikat des HTTPS-Listeners auf dem Host (winrm enumerate winrm/config/listener).</translation>
    </message>
    <message>
        <source>JSON and XML files can&apos;t be read. List one host name on each line.</source>
        <translation>JSON- und XML-Dateien können nicht gelesen werden. Schreiben Sie einen Hostnamen in jede Zeile.</translation>
    </message>
    <message>
        <source>Kerberos logon to {host} failed.</source>
        <translation>Die Kerberos-Anmeldung an {host} ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>List one host name on each line.</source>
        <translation>Schreiben Sie einen Hostnamen in jede Zeile.</translation>
    </message>
    <message>
        <source>Log on to Windows to change it, then connect with the new password.</source>
        <translation>Melden Sie sich bei Windows an, um es zu ändern, und verbinden Sie sich dann mit dem neuen Kennwort.</translation>
    </message>
    <message>
        <source>Log on to the domain (on Linux and macOS, run kinit), or connect with a user name and password.</source>
        <translation>Melden Sie sich an der Domäne an (führen Sie unter Linux und macOS kinit aus), oder verbinden Sie sich mit Benutzername und Kennwort.</translation>
    </message>
    <message>
        <source>Look at the event log Microsoft-Windows-WinRM/Operational on the host, and restart WinRM there.</source>
        <translation>Sehen Sie im Ereignisprotokoll Microsoft-Windows-WinRM/Operational auf dem Host nach, und starten Sie dort WinRM neu.</translation>
    </message>
    <message>
        <source>NTLM, Kerberos and CredSSP need one connection from end to end. A proxy or a load balancer in between might break it: connect directly, or use Basic over HTTPS.</source>
        <translation>NTLM, Kerberos und CredSSP benötigen eine durchgehende Verbindung. Ein zwischengeschalteter Proxy oder Lastenausgleich unterbricht sie möglicherweise: Verbinden Sie sich direkt, oder verwenden Sie Basic über HTTPS.</translation>
    </message>
    <message>
        <source>No change needed.</source>
        <translation>Keine Änderung nötig.</translation>
    </message>
    <message>
        <source>No changes are made while History can&apos;t be saved. Give this account permission to write there.</source>
        <translation>Solange der Verlauf nicht gespeichert werden kann, werden keine Änderungen vorgenommen. Geben Sie diesem Konto dort Schreibberechtigung.</translation>
    </message>
    <message>
        <source>No changes are made while History can&apos;t be saved. Open History to move the file and start a new one.</source>
        <translation>Solange der Verlauf nicht gespeichert werden kann, werden keine Änderungen vorgenommen. Öffnen Sie den Verlauf, um die Datei zu verschieben und eine neue zu beginnen.</translation>
    </message>
    <message>
        <source>No keyring found. The password is kept only until you close Gatepost.</source>
        <translation>Kein Schlüsselbund gefunden. Das Kennwort wird nur bis zum Schließen von Gatepost behalten.</translation>
    </message>
    <message>
        <source>No password is saved for {user} on {host}.</source>
        <translation>Für {user} auf {host} ist kein Kennwort gespeichert.</translation>
    </message>
    <message>
        <source>Not a host name or address.</source>
        <translation>Kein Hostname und keine Adresse.</translation>
    </message>
    <message>
        <source>Not sent: the host would lose the password of the RunAs user. Change this endpoint on the host with Set-PSSessionConfiguration -RunAsCredential.</source>
        <translation>Nicht gesendet: Der Host würde das Kennwort des RunAs-Benutzers verlieren. Ändern Sie diesen Endpunkt auf dem Host mit Set-PSSessionConfiguration -RunAsCredential.</translation>
    </message>
    <message>
        <source>On the host, run Enable-PSRemoting to turn on remote access.</source>
        <translation>Führen Sie auf dem Host Enable-PSRemoting aus, um den Remotezugriff zu aktivieren.</translation>
    </message>
    <message>
        <source>Only the first column is listed.</source>
        <translation>Nur die erste Spalte wird aufgeführt.</translation>
    </message>
    <message>
        <source>Only the first word is listed.</source>
        <translation>Nur das erste Wort wird aufgeführt.</translation>
    </message>
    <message>
        <source>Open services.msc and check whether the Windows Remote Management service is disabled.</source>
        <translation>Öffnen Sie services.msc, und prüfen Sie, ob der Dienst „Windows-Remoteverwaltung“ deaktiviert ist.</translation>
    </message>
    <message>
        <source>Over HTTP, {scheme} doesn&apos;t prove the host&apos;s identity.</source>
        <translation>Über HTTP weist {scheme} die Identität des Hosts nicht nach.</translation>
    </message>
    <message>
        <source>Port {port} is open.</source>
        <translation>Port {port} ist offen.</translation>
    </message>
    <message>
        <source>Raise MaxEnvelopeSizekb on the host (default 500) with winrm set winrm/config @{{MaxEnvelopeSizekb=&quot;2048&quot;}}, then try again.</source>
        <translation>Erhöhen Sie MaxEnvelopeSizekb auf dem Host (Standard 500) mit winrm set winrm/config @{{MaxEnvelopeSizekb=&quot;2048&quot;}}, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Ranges of hosts aren&apos;t expanded.</source>
        <translation>Bereiche von Hosts werden nicht aufgelöst.</translation>
    </message>
    <message>
        <source>Reading didn&apos;t finish within {seconds} seconds. Check the connection, then try again.</source>
        <translation>Das Lesen wurde nicht innerhalb von {seconds} Sekunden abgeschlossen. Prüfen Sie die Verbindung, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Refresh the host: the endpoint might have been removed.</source>
        <translation>Aktualisieren Sie den Host: Der Endpunkt wurde möglicherweise entfernt.</translation>
    </message>
    <message>
        <source>Remote access is turned off on {host}: {said}</source>
        <translation>Der Remotezugriff ist auf {host} deaktiviert: {said}</translation>
    </message>
    <message>
        <source>Repair it on the host: run Unregister-PSSessionConfiguration, then register it again. This deletes its permissions and settings.</source>
        <translation>Reparieren Sie sie auf dem Host: Führen Sie Unregister-PSSessionConfiguration aus, und registrieren Sie sie dann neu. Dabei werden ihre Berechtigungen und Einstellungen gelöscht.</translation>
    </message>
    <message>
        <source>Repair the computer account on the host: Test-ComputerSecureChannel -Repair.</source>
        <translation>Reparieren Sie das Computerkonto auf dem Host: Test-ComputerSecureChannel -Repair.</translation>
    </message>
    <message>
        <source>Restart Gatepost as administrator.</source>
        <translation>Starten Sie Gatepost als Administrator neu.</translation>
    </message>
    <message>
        <source>Restart WinRM on the host. If it happens again, repair the plug-in that the message names.</source>
        <translation>Starten Sie WinRM auf dem Host neu. Wenn es erneut geschieht, reparieren Sie das in der Meldung genannte Plug-In.</translation>
    </message>
    <message>
        <source>Run winrm quickconfig on the host. WinRM listens on port 5985, and with HTTPS on port 5986.</source>
        <translation>Führen Sie auf dem Host winrm quickconfig aus. WinRM lauscht an Port 5985, mit HTTPS an Port 5986.</translation>
    </message>
    <message>
        <source>Select Edit connection and enter them again. Failed logons can lock the account.</source>
        <translation>Wählen Sie „Verbindung bearbeiten“ aus, und geben Sie sie erneut ein. Fehlgeschlagene Anmeldungen können das Konto sperren.</translation>
    </message>
    <message>
        <source>Select Try again to log on.</source>
        <translation>Wählen Sie „Erneut versuchen“ aus, um sich anzumelden.</translation>
    </message>
    <message>
        <source>Select Try again to reconnect.</source>
        <translation>Wählen Sie „Erneut versuchen“ aus, um die Verbindung wiederherzustellen.</translation>
    </message>
    <message>
        <source>Set Authentication to Client certificate, or turn off client certificate negotiation for the port on the host (netsh http show sslcert displays it).</source>
        <translation>Legen Sie „Authentifizierung“ auf „Clientzertifikat“ fest, oder deaktivieren Sie auf dem Host die Aushandlung von Clientzertifikaten für den Port (netsh http show sslcert zeigt sie an).</translation>
    </message>
    <message>
        <source>Set it again with Set-PSSessionConfiguration -RunAsCredential, then try the change again.</source>
        <translation>Legen Sie es mit Set-PSSessionConfiguration -RunAsCredential neu fest, und versuchen Sie die Änderung erneut.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock: Kerberos tolerates a difference of only a few minutes.</source>
        <translation>Stellen Sie die Uhr dieses Computers: Kerberos lässt nur einige Minuten Abweichung zu.</translation>
    </message>
    <message>
        <source>Start WinRM</source>
        <translation>WinRM starten</translation>
    </message>
    <message>
        <source>Start the WinRM service, then try again.</source>
        <translation>Starten Sie den WinRM-Dienst, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Started.</source>
        <translation>Gestartet.</translation>
    </message>
    <message>
        <source>TLS with {host} failed.</source>
        <translation>TLS mit {host} ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The CA file can&apos;t be used: {why}.</source>
        <translation>Die CA-Datei kann nicht verwendet werden: {why}.</translation>
    </message>
    <message>
        <source>The History entry for {subject} can&apos;t be read.</source>
        <translation>Der Eintrag für {subject} im Verlauf kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The Kerberos ticket is too large for {host} (HTTP 400, request too long).</source>
        <translation>Das Kerberos-Ticket ist zu groß für {host} (HTTP 400, Anforderung zu lang).</translation>
    </message>
    <message>
        <source>The TLS key of {host} is too short to be safe.</source>
        <translation>Der TLS-Schlüssel von {host} ist zu kurz, um sicher zu sein.</translation>
    </message>
    <message>
        <source>The Windows WS-Management client isn&apos;t available on this computer: {why}</source>
        <translation>Der WS-Management-Client von Windows ist auf diesem Computer nicht verfügbar: {why}</translation>
    </message>
    <message>
        <source>The account doesn&apos;t exist in its domain.</source>
        <translation>Das Konto ist in seiner Domäne nicht vorhanden.</translation>
    </message>
    <message>
        <source>The account has expired.</source>
        <translation>Das Konto ist abgelaufen.</translation>
    </message>
    <message>
        <source>The account is a member of many groups. Raise MaxFieldLength and MaxRequestBytes for HTTP.sys on the host, or use another account.</source>
        <translation>Das Konto ist Mitglied vieler Gruppen. Erhöhen Sie MaxFieldLength und MaxRequestBytes von HTTP.sys auf dem Host, oder verwenden Sie ein anderes Konto.</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>Das Konto ist deaktiviert.</translation>
    </message>
    <message>
        <source>The account is locked out after too many wrong passwords.</source>
        <translation>Das Konto ist nach zu vielen falschen Kennwörtern gesperrt.</translation>
    </message>
    <message>
        <source>The account is locked, disabled or expired.</source>
        <translation>Das Konto ist gesperrt, deaktiviert oder abgelaufen.</translation>
    </message>
    <message>
        <source>The account isn&apos;t allowed to log on to {host} in this way or at this time.</source>
        <translation>Das Konto darf sich auf diese Weise oder zu dieser Zeit nicht an {host} anmelden.</translation>
    </message>
    <message>
        <source>The attempt to start WinRM didn&apos;t finish within a minute. Check the service in services.msc, then try again.</source>
        <translation>Der Versuch, WinRM zu starten, wurde nicht innerhalb einer Minute abgeschlossen. Prüfen Sie den Dienst in services.msc, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The certificate of {host} has a critical extension that this computer doesn&apos;t know. No credentials were sent.</source>
        <translation>Das Zertifikat von {host} hat eine kritische Erweiterung, die dieser Computer nicht kennt. Es wurden keine Anmeldeinformationen gesendet.</translation>
    </message>
    <message>
        <source>The certificate of {host} has expired or isn&apos;t valid yet. No credentials were sent.</source>
        <translation>Das Zertifikat von {host} ist abgelaufen oder noch nicht gültig. Es wurden keine Anmeldeinformationen gesendet.</translation>
    </message>
    <message>
        <source>The certificate of {host} is signed with SHA-1 or an older algorithm. No credentials were sent.</source>
        <translation>Das Zertifikat von {host} ist mit SHA-1 oder einem älteren Algorithmus signiert. Es wurden keine Anmeldeinformationen gesendet.</translation>
    </message>
    <message>
        <source>The certificate of {host} isn&apos;t meant for servers. No credentials were sent.</source>
        <translation>Das Zertifikat von {host} ist nicht für Server bestimmt. Es wurden keine Anmeldeinformationen gesendet.</translation>
    </message>
    <message>
        <source>The certificate of {host} was issued to a different name. No credentials were sent.</source>
        <translation>Das Zertifikat von {host} wurde für einen anderen Namen ausgestellt. Es wurden keine Anmeldeinformationen gesendet.</translation>
    </message>
    <message>
        <source>The certificate of {host} wasn&apos;t issued to this IP address. No credentials were sent.</source>
        <translation>Das Zertifikat von {host} wurde nicht für diese IP-Adresse ausgestellt. Es wurden keine Anmeldeinformationen gesendet.</translation>
    </message>
    <message>
        <source>The certificate of {host}, or of its authority, has a key that is too short. No credentials were sent.</source>
        <translation>Das Zertifikat von {host} oder seiner Zertifizierungsstelle hat einen zu kurzen Schlüssel. Es wurden keine Anmeldeinformationen gesendet.</translation>
    </message>
    <message>
        <source>The certificate of {subject} is valid until {end}.</source>
        <translation>Das Zertifikat von {subject} ist bis {end} gültig.</translation>
    </message>
    <message>
        <source>The clocks of this computer and the domain differ too much for Kerberos.</source>
        <translation>Die Uhren dieses Computers und der Domäne weichen für Kerberos zu stark voneinander ab.</translation>
    </message>
    <message>
        <source>The configuration can be read.</source>
        <translation>Die Konfiguration kann gelesen werden.</translation>
    </message>
    <message>
        <source>The configuration of a plug-in on {host} is damaged.</source>
        <translation>Die Konfiguration eines Plug-Ins auf {host} ist beschädigt.</translation>
    </message>
    <message>
        <source>The connection to {host} was closed on this computer.</source>
        <translation>Die Verbindung mit {host} wurde auf diesem Computer geschlossen.</translation>
    </message>
    <message>
        <source>The details show the Kerberos error. NTLM might work instead.</source>
        <translation>Die Details zeigen den Kerberos-Fehler. NTLM funktioniert möglicherweise stattdessen.</translation>
    </message>
    <message>
        <source>The details show the OpenSSL error.</source>
        <translation>Die Details zeigen den OpenSSL-Fehler.</translation>
    </message>
    <message>
        <source>The disk is full. No changes are made while History can&apos;t be saved. Free some space, then try again.</source>
        <translation>Der Datenträger ist voll. Solange der Verlauf nicht gespeichert werden kann, werden keine Änderungen vorgenommen. Geben Sie Speicherplatz frei, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The domain doesn&apos;t trust {host}: {said}</source>
        <translation>Die Domäne vertraut {host} nicht: {said}</translation>
    </message>
    <message>
        <source>The domain has no service principal name {spn} for {host}.</source>
        <translation>In der Domäne ist für {host} kein Dienstprinzipalname {spn} registriert.</translation>
    </message>
    <message>
        <source>The encrypted response from {host} can&apos;t be decrypted. It wasn&apos;t used.</source>
        <translation>Die verschlüsselte Antwort von {host} kann nicht entschlüsselt werden. Sie wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>The event log Microsoft-Windows-WinRM/Operational on the host might say why.</source>
        <translation>Das Ereignisprotokoll Microsoft-Windows-WinRM/Operational auf dem Host nennt möglicherweise den Grund.</translation>
    </message>
    <message>
        <source>The field {field} of the file has a value of the wrong kind.</source>
        <translation>Das Feld {field} der Datei hat einen Wert der falschen Art.</translation>
    </message>
    <message>
        <source>The field {field} of the file is missing.</source>
        <translation>Das Feld {field} der Datei fehlt.</translation>
    </message>
    <message>
        <source>The file contains a field twice.</source>
        <translation>Die Datei enthält ein Feld doppelt.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MiB.</source>
        <translation>Die Datei ist größer als {limit} MiB.</translation>
    </message>
    <message>
        <source>The file is nested too deeply.</source>
        <translation>Die Datei ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The file isn&apos;t a Gatepost snapshot.</source>
        <translation>Die Datei ist kein Snapshot von Gatepost.</translation>
    </message>
    <message>
        <source>The file isn&apos;t a registry export, or it&apos;s too large.</source>
        <translation>Die Datei ist kein Registrierungsexport oder zu groß.</translation>
    </message>
    <message>
        <source>The file isn&apos;t text in UTF-8.</source>
        <translation>Die Datei ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>The file isn&apos;t valid JSON (line {line}, column {column}).</source>
        <translation>Die Datei ist kein gültiges JSON (Zeile {line}, Spalte {column}).</translation>
    </message>
    <message>
        <source>The file was written by a newer version of Gatepost.</source>
        <translation>Die Datei wurde von einer neueren Version von Gatepost geschrieben.</translation>
    </message>
    <message>
        <source>The host didn&apos;t say.</source>
        <translation>Der Host hat keine Auskunft gegeben.</translation>
    </message>
    <message>
        <source>The host must map it to one of its local accounts (winrm create winrm/config/service/certmapping), allow logons by certificate, and trust its issuer.</source>
        <translation>Der Host muss es einem seiner lokalen Konten zuordnen (winrm create winrm/config/service/certmapping), die Anmeldung mit Zertifikat zulassen und dem Aussteller vertrauen.</translation>
    </message>
    <message>
        <source>The host opened a session and closed it again.</source>
        <translation>Der Host hat eine Sitzung geöffnet und wieder geschlossen.</translation>
    </message>
    <message>
        <source>The host opened a session.</source>
        <translation>Der Host hat eine Sitzung geöffnet.</translation>
    </message>
    <message>
        <source>The host or WinRM might be busy or not responding. Wait a moment, then try again. If this continues, restart WinRM on the host.</source>
        <translation>Der Host oder WinRM ist möglicherweise ausgelastet oder reagiert nicht. Warten Sie einen Moment, und versuchen Sie es erneut. Starten Sie WinRM auf dem Host neu, wenn das Problem weiterhin besteht.</translation>
    </message>
    <message>
        <source>The host presented the certificate that you trusted.</source>
        <translation>Der Host hat das Zertifikat vorgelegt, dem Sie vertraut haben.</translation>
    </message>
    <message>
        <source>The host refused it.</source>
        <translation>Der Host hat es abgelehnt.</translation>
    </message>
    <message>
        <source>The host refused to open a session: {said}</source>
        <translation>Der Host hat das Öffnen einer Sitzung abgelehnt: {said}</translation>
    </message>
    <message>
        <source>The host refused: a parameter isn&apos;t valid.</source>
        <translation>Der Host hat abgelehnt: Ein Parameter ist nicht gültig.</translation>
    </message>
    <message>
        <source>The host refused: access is denied.</source>
        <translation>Der Host hat abgelehnt: Der Zugriff wurde verweigert.</translation>
    </message>
    <message>
        <source>The host refused: services that are running depend on it.</source>
        <translation>Der Host hat abgelehnt: Ausgeführte Dienste hängen davon ab.</translation>
    </message>
    <message>
        <source>The host refused: the service control code isn&apos;t valid.</source>
        <translation>Der Host hat abgelehnt: Der Steuerungscode für den Dienst ist nicht gültig.</translation>
    </message>
    <message>
        <source>The host refused: the service doesn&apos;t support it.</source>
        <translation>Der Host hat abgelehnt: Der Dienst unterstützt es nicht.</translation>
    </message>
    <message>
        <source>The host refused: the service hasn&apos;t been started.</source>
        <translation>Der Host hat abgelehnt: Der Dienst wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>The host refused: the service is disabled.</source>
        <translation>Der Host hat abgelehnt: Der Dienst ist deaktiviert.</translation>
    </message>
    <message>
        <source>The host refused: there is no such key.</source>
        <translation>Der Host hat abgelehnt: Es gibt keinen solchen Schlüssel.</translation>
    </message>
    <message>
        <source>The host refused: there is no such value.</source>
        <translation>Der Host hat abgelehnt: Es gibt keinen solchen Wert.</translation>
    </message>
    <message>
        <source>The host refused: this isn&apos;t possible in the current state, or this account isn&apos;t allowed to do it.</source>
        <translation>Der Host hat abgelehnt: Dies ist im aktuellen Zustand nicht möglich, oder dieses Konto darf es nicht.</translation>
    </message>
    <message>
        <source>The host refused: {said}</source>
        <translation>Der Host hat abgelehnt: {said}</translation>
    </message>
    <message>
        <source>The host refused: {said} (code {number})</source>
        <translation>Der Host hat abgelehnt: {said} (Code {number})</translation>
    </message>
    <message>
        <source>The host reported an error that doesn&apos;t show whether the change was made: {said}</source>
        <translation>Der Host hat einen Fehler gemeldet, aus dem nicht hervorgeht, ob die Änderung vorgenommen wurde: {said}</translation>
    </message>
    <message>
        <source>The host reported an error that doesn&apos;t show whether the change was made: {said} (code {number})</source>
        <translation>Der Host hat einen Fehler gemeldet, aus dem nicht hervorgeht, ob die Änderung vorgenommen wurde: {said} (Code {number})</translation>
    </message>
    <message>
        <source>The host shows: {found}</source>
        <translation>Der Host zeigt: {found}</translation>
    </message>
    <message>
        <source>The host&apos;s answer was lost, but it had opened a session, which has been closed.</source>
        <translation>Die Antwort des Hosts ging verloren, er hatte aber eine Sitzung geöffnet; sie wurde geschlossen.</translation>
    </message>
    <message>
        <source>The keyring didn&apos;t accept the password. It is kept only until you close Gatepost.</source>
        <translation>Der Schlüsselbund hat das Kennwort nicht angenommen. Es wird nur bis zum Schließen von Gatepost behalten.</translation>
    </message>
    <message>
        <source>The list of hosts was saved by a newer version of Gatepost and isn&apos;t used: {path}</source>
        <translation>Die Liste der Hosts wurde von einer neueren Version von Gatepost gespeichert und wird nicht verwendet: {path}</translation>
    </message>
    <message>
        <source>The list of saved passwords was saved by a newer version of Gatepost. Use that version: {path}</source>
        <translation>Die Liste der gespeicherten Kennwörter wurde von einer neueren Version von Gatepost gespeichert. Verwenden Sie diese Version: {path}</translation>
    </message>
    <message>
        <source>The parts of the file contradict each other, or it contains what this version doesn&apos;t know.</source>
        <translation>Die Teile der Datei widersprechen sich, oder sie enthält etwas, das diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>The password has expired or must be changed.</source>
        <translation>Das Kennwort ist abgelaufen oder muss geändert werden.</translation>
    </message>
    <message>
        <source>The password is wrong, or the account doesn&apos;t exist on {host}.</source>
        <translation>Das Kennwort ist falsch, oder das Konto ist auf {host} nicht vorhanden.</translation>
    </message>
    <message>
        <source>The password might be wrong, or the account locked or expired; the host doesn&apos;t say which. Check the account before you try again.</source>
        <translation>Das Kennwort ist möglicherweise falsch, oder das Konto ist gesperrt oder abgelaufen; der Host nennt den Grund nicht. Prüfen Sie das Konto, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>The proxy doesn&apos;t allow a connection to {host}: {why}.</source>
        <translation>Der Proxy lässt keine Verbindung mit {host} zu: {why}.</translation>
    </message>
    <message>
        <source>The registry export contains no plug-in configuration.</source>
        <translation>Der Registrierungsexport enthält keine Plug-In-Konfiguration.</translation>
    </message>
    <message>
        <source>The registry export contains only the 32-bit copy of the key (WOW6432Node), which WinRM doesn&apos;t use.</source>
        <translation>Der Registrierungsexport enthält nur die 32-Bit-Kopie des Schlüssels (WOW6432Node), die WinRM nicht verwendet.</translation>
    </message>
    <message>
        <source>The request timed out on {host}.</source>
        <translation>Für die Anforderung ist auf {host} eine Zeitüberschreitung aufgetreten.</translation>
    </message>
    <message>
        <source>The request to {host} failed.</source>
        <translation>Die Anforderung an {host} ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The requested item doesn&apos;t exist on {host}.</source>
        <translation>Das angeforderte Element ist auf {host} nicht vorhanden.</translation>
    </message>
    <message>
        <source>The response from {host} couldn&apos;t be understood.</source>
        <translation>Die Antwort von {host} konnte nicht ausgewertet werden.</translation>
    </message>
    <message>
        <source>The response from {host} is larger than its MaxEnvelopeSizekb allows.</source>
        <translation>Die Antwort von {host} ist größer, als MaxEnvelopeSizekb dort zulässt.</translation>
    </message>
    <message>
        <source>The result couldn&apos;t be read back.</source>
        <translation>Das Ergebnis konnte nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>The service might be starting, stopping or overloaded. Wait a minute, then try again.</source>
        <translation>Der Dienst wird möglicherweise gerade gestartet oder beendet oder ist überlastet. Warten Sie eine Minute, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The service name (SPN) HTTP for this host might belong to another account, the host&apos;s computer account password might be out of date, or the account might not be allowed to log on there. Check with setspn -Q {spn} and Test-ComputerSecureChannel. To log on without Kerberos, connect with NTLM.</source>
        <translation>Der Dienstprinzipalname (SPN) HTTP für diesen Host gehört möglicherweise zu einem anderen Konto, das Kennwort des Computerkontos des Hosts ist veraltet, oder das Konto darf sich dort nicht anmelden. Prüfen Sie dies mit setspn -Q {spn} und Test-ComputerSecureChannel. Um sich ohne Kerberos anzumelden, verbinden Sie sich mit NTLM.</translation>
    </message>
    <message>
        <source>The service on this port of {host} doesn&apos;t use HTTP, so it isn&apos;t WinRM.</source>
        <translation>Der Dienst an diesem Port von {host} verwendet kein HTTP und ist daher nicht WinRM.</translation>
    </message>
    <message>
        <source>The service on {host} doesn&apos;t support the request: {said}</source>
        <translation>Der Dienst auf {host} unterstützt die Anforderung nicht: {said}</translation>
    </message>
    <message>
        <source>The session on {host} has ended.</source>
        <translation>Die Sitzung auf {host} ist beendet.</translation>
    </message>
    <message>
        <source>The settings were saved by a newer version of Gatepost and aren&apos;t used: {path}</source>
        <translation>Die Einstellungen wurden von einer neueren Version von Gatepost gespeichert und werden nicht verwendet: {path}</translation>
    </message>
    <message>
        <source>The trusted certificates and read-only settings were saved by a newer version of Gatepost. Use that version: {path}</source>
        <translation>Die vertrauenswürdigen Zertifikate und Schreibschutzeinstellungen wurden von einer neueren Version von Gatepost gespeichert. Verwenden Sie diese Version: {path}</translation>
    </message>
    <message>
        <source>The user name contains an invisible character ({code}). Delete it.</source>
        <translation>Der Benutzername enthält ein unsichtbares Zeichen ({code}). Löschen Sie es.</translation>
    </message>
    <message>
        <source>The web service on {host} isn&apos;t set up for the name that was used (HTTP 400, invalid host name).</source>
        <translation>Der Webdienst auf {host} ist nicht für den verwendeten Namen eingerichtet (HTTP 400, ungültiger Hostname).</translation>
    </message>
    <message>
        <source>There is no valid Kerberos ticket for {host}.</source>
        <translation>Es gibt kein gültiges Kerberos-Ticket für {host}.</translation>
    </message>
    <message>
        <source>There&apos;s no network route to {host}.</source>
        <translation>Es gibt keine Netzwerkroute zu {host}.</translation>
    </message>
    <message>
        <source>These settings aren&apos;t valid, so the defaults are used: {names} ({path})</source>
        <translation>Diese Einstellungen sind nicht gültig, daher werden die Standardwerte verwendet: {names} ({path})</translation>
    </message>
    <message>
        <source>This authentication method isn&apos;t available here: {why}</source>
        <translation>Diese Authentifizierungsmethode ist hier nicht verfügbar: {why}</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t allow MD5 or RC4, which {tried} needs (FIPS mode, for example).</source>
        <translation>Dieser Computer lässt MD5 oder RC4 nicht zu, die {tried} benötigt (z. B. im FIPS-Modus).</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t know the authority that issued the certificate of {host}. No credentials were sent.</source>
        <translation>Dieser Computer kennt die Zertifizierungsstelle nicht, die das Zertifikat von {host} ausgestellt hat. Es wurden keine Anmeldeinformationen gesendet.</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t run Windows, so it has no endpoints.</source>
        <translation>Auf diesem Computer wird Windows nicht ausgeführt; daher hat er keine Endpunkte.</translation>
    </message>
    <message>
        <source>This file isn&apos;t a host check that this version of Gatepost can read.</source>
        <translation>Diese Datei ist keine Hostprüfung, die diese Version von Gatepost lesen kann.</translation>
    </message>
    <message>
        <source>This host is set to Kerberos or HTTPS only. {scheme} over HTTP isn&apos;t allowed; use Kerberos or HTTPS.</source>
        <translation>Für diesen Host gilt „Nur Kerberos oder HTTPS“. {scheme} über HTTP ist nicht zulässig; verwenden Sie Kerberos oder HTTPS.</translation>
    </message>
    <message>
        <source>This is a column heading.</source>
        <translation>Das ist eine Spaltenüberschrift.</translation>
    </message>
    <message>
        <source>This is too long for a host name.</source>
        <translation>Das ist zu lang für einen Hostnamen.</translation>
    </message>
    <message>
        <source>This isn&apos;t a valid URL.</source>
        <translation>Das ist keine gültige URL.</translation>
    </message>
    <message>
        <source>This isn&apos;t the URL of a WinRM listener. Enter one such as http://srv01:5985/wsman.</source>
        <translation>Das ist nicht die URL eines WinRM-Listeners. Geben Sie z. B. http://srv01:5985/wsman ein.</translation>
    </message>
    <message>
        <source>This port of {host} belongs to a mail or FTP server, not to WinRM.</source>
        <translation>Dieser Port von {host} gehört zu einem Mail- oder FTP-Server, nicht zu WinRM.</translation>
    </message>
    <message>
        <source>This port of {host} belongs to an SSH server, not to WinRM.</source>
        <translation>Dieser Port von {host} gehört zu einem SSH-Server, nicht zu WinRM.</translation>
    </message>
    <message>
        <source>This setting is controlled by Group Policy on {host}.</source>
        <translation>Diese Einstellung wird auf {host} durch eine Gruppenrichtlinie gesteuert.</translation>
    </message>
    <message>
        <source>Try again and select Yes when Windows asks, or ask an administrator of this computer.</source>
        <translation>Versuchen Sie es erneut, und wählen Sie „Ja“ aus, wenn Windows fragt, oder wenden Sie sich an einen Administrator dieses Computers.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, WinRM might be restarting, or a network device between here and the host might be dropping connections.</source>
        <translation>Versuchen Sie es erneut. Wenn es wieder geschieht, wird WinRM möglicherweise neu gestartet, oder ein Netzwerkgerät zwischen hier und dem Host trennt Verbindungen.</translation>
    </message>
    <message>
        <source>Try again. If this keeps happening, see Help &gt; Report a problem.</source>
        <translation>Versuchen Sie es erneut. Wenn das weiterhin geschieht, siehe „Hilfe &gt; Ein Problem melden“.</translation>
    </message>
    <message>
        <source>Try again. If this keeps happening, the connection might be intercepted.</source>
        <translation>Versuchen Sie es erneut. Wenn das weiterhin geschieht, wird die Verbindung möglicherweise abgefangen.</translation>
    </message>
    <message>
        <source>Try the change again. The confirmation will explain the risk of sending the whole configuration.</source>
        <translation>Versuchen Sie die Änderung erneut. Die Bestätigung erläutert dann das Risiko beim Senden der gesamten Konfiguration.</translation>
    </message>
    <message>
        <source>Turn CredSSP on for the service (Enable-WSManCredSSP -Role Server), or use Kerberos or NTLM.</source>
        <translation>Aktivieren Sie CredSSP für den Dienst (Enable-WSManCredSSP -Role Server), oder verwenden Sie Kerberos oder NTLM.</translation>
    </message>
    <message>
        <source>Turn Negotiate on for the service: winrm set winrm/config/service/auth @{{Negotiate=&quot;true&quot;}}.</source>
        <translation>Aktivieren Sie Negotiate für den Dienst: winrm set winrm/config/service/auth @{{Negotiate=&quot;true&quot;}}.</translation>
    </message>
    <message>
        <source>Turn on TLS 1.2 with a current cipher suite on the host and install its updates. HTTP with NTLM or Kerberos encrypts messages without TLS.</source>
        <translation>Aktivieren Sie auf dem Host TLS 1.2 mit einer aktuellen Verschlüsselungssammlung, und installieren Sie seine Updates. HTTP mit NTLM oder Kerberos verschlüsselt Nachrichten ohne TLS.</translation>
    </message>
    <message>
        <source>Unexpected error: {said}</source>
        <translation>Unerwarteter Fehler: {said}</translation>
    </message>
    <message>
        <source>Use --user and --password-stdin, or --cert FILE.</source>
        <translation>Verwenden Sie --user und --password-stdin oder --cert DATEI.</translation>
    </message>
    <message>
        <source>Use Kerberos, or Basic or a client certificate over HTTPS.</source>
        <translation>Verwenden Sie Kerberos oder Basic bzw. ein Clientzertifikat über HTTPS.</translation>
    </message>
    <message>
        <source>Use an account that is a member of Administrators. By default, RootSDDL gives access to Administrators only, not to Remote Management Users. Local administrators other than the built-in Administrator get a filtered token over the network unless LocalAccountTokenFilterPolicy is 1: use a domain account instead.</source>
        <translation>Verwenden Sie ein Konto, das Mitglied der Gruppe „Administratoren“ ist. RootSDDL gewährt standardmäßig nur Administratoren Zugriff, nicht den Remoteverwaltungsbenutzern. Andere lokale Administratoren als der integrierte Administrator erhalten über das Netzwerk ein gefiltertes Token, sofern LocalAccountTokenFilterPolicy nicht 1 ist: Verwenden Sie stattdessen ein Domänenkonto.</translation>
    </message>
    <message>
        <source>Use brackets only for an IPv6 address, as in [2001:db8::1]:5985.</source>
        <translation>Eckige Klammern sind nur für IPv6-Adressen erlaubt, z. B. [2001:db8::1]:5985.</translation>
    </message>
    <message>
        <source>Use the extension .html, .csv or .json.</source>
        <translation>Verwenden Sie die Erweiterung .html, .csv oder .json.</translation>
    </message>
    <message>
        <source>Use the host&apos;s fully qualified domain name (FQDN), not an IP address or an alias.</source>
        <translation>Verwenden Sie den vollqualifizierten Domänennamen (FQDN) des Hosts, keine IP-Adresse und keinen Alias.</translation>
    </message>
    <message>
        <source>Variables and groups aren&apos;t hosts.</source>
        <translation>Variablen und Gruppen sind keine Hosts.</translation>
    </message>
    <message>
        <source>Wait a minute, then refresh the host to check its state.</source>
        <translation>Warten Sie eine Minute, und aktualisieren Sie dann den Host, um seinen Zustand zu prüfen.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Warten Sie eine Minute, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Wait until others have closed their sessions, then try again. MaxConcurrentUsers is in winrm/config/winrs; each plug-in has its own quotas.</source>
        <translation>Warten Sie, bis andere ihre Sitzungen geschlossen haben, und versuchen Sie es erneut. MaxConcurrentUsers steht in winrm/config/winrs; jedes Plug-In hat eigene Kontingente.</translation>
    </message>
    <message>
        <source>WinRM always offers one. A proxy, a load balancer or a firewall might remove it, or another service is answering. Check the address and the port, or connect directly.</source>
        <translation>WinRM bietet immer eine an. Möglicherweise entfernt sie ein Proxy, ein Lastenausgleich oder eine Firewall, oder ein anderer Dienst antwortet. Prüfen Sie Adresse und Port, oder verbinden Sie sich direkt.</translation>
    </message>
    <message>
        <source>WinRM doesn&apos;t redirect: check the address and the port, or connect to the new address.</source>
        <translation>WinRM leitet nicht um: Prüfen Sie Adresse und Port, oder verbinden Sie sich mit der neuen Adresse.</translation>
    </message>
    <message>
        <source>WinRM isn&apos;t running on this computer.</source>
        <translation>WinRM wird auf diesem Computer nicht ausgeführt.</translation>
    </message>
    <message>
        <source>WinRM listens on port 5985, and with HTTPS on port 5986. Check the port.</source>
        <translation>WinRM lauscht an Port 5985, mit HTTPS an Port 5986. Prüfen Sie den Port.</translation>
    </message>
    <message>
        <source>WinRM on {host} is stopping or restarting: {said}</source>
        <translation>WinRM wird auf {host} beendet oder neu gestartet: {said}</translation>
    </message>
    <message>
        <source>WinRM on {host} isn&apos;t ready (HTTP 503).</source>
        <translation>WinRM auf {host} ist nicht bereit (HTTP 503).</translation>
    </message>
    <message>
        <source>Windows couldn&apos;t start WinRM ({status}). Check the System event log.</source>
        <translation>Windows konnte WinRM nicht starten ({status}). Prüfen Sie das Systemereignisprotokoll.</translation>
    </message>
    <message>
        <source>Windows denied access because Gatepost isn&apos;t running as administrator.</source>
        <translation>Windows hat den Zugriff verweigert, da Gatepost nicht als Administrator ausgeführt wird.</translation>
    </message>
    <message>
        <source>Windows does this when no certificate is bound to the port. Check the HTTPS listener on the host (winrm enumerate winrm/config/listener; netsh http show sslcert).</source>
        <translation>Windows verhält sich so, wenn kein Zertifikat an den Port gebunden ist. Prüfen Sie den HTTPS-Listener auf dem Host (winrm enumerate winrm/config/listener; netsh http show sslcert).</translation>
    </message>
    <message>
        <source>With Basic over HTTP, it might reject unencrypted messages: use HTTPS, NTLM, Kerberos or CredSSP. Otherwise look at the event log Microsoft-Windows-WinRM/Operational on the host.</source>
        <translation>Mit Basic über HTTP lehnt er unverschlüsselte Nachrichten möglicherweise ab: Verwenden Sie HTTPS, NTLM, Kerberos oder CredSSP. Sehen Sie andernfalls im Ereignisprotokoll Microsoft-Windows-WinRM/Operational auf dem Host nach.</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} oder {last}</translation>
    </message>
    <message>
        <source>{host} accepted the Kerberos ticket but didn&apos;t prove its identity. No request was sent.</source>
        <translation>{host} hat das Kerberos-Ticket angenommen, aber seine Identität nicht nachgewiesen. Es wurde keine Anforderung gesendet.</translation>
    </message>
    <message>
        <source>{host} accepted the connection, but didn&apos;t answer the TLS handshake in time.</source>
        <translation>{host} hat die Verbindung angenommen, aber den TLS-Handshake nicht rechtzeitig beantwortet.</translation>
    </message>
    <message>
        <source>{host} accepted the connection, but didn&apos;t respond in time.</source>
        <translation>{host} hat die Verbindung angenommen, aber nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>{host} accepted the logon, but rejected the request that followed (HTTP 401).</source>
        <translation>{host} hat die Anmeldung angenommen, aber die folgende Anforderung abgelehnt (HTTP 401).</translation>
    </message>
    <message>
        <source>{host} accepted the logon, then returned an error without details (HTTP 500).</source>
        <translation>{host} hat die Anmeldung angenommen und dann einen Fehler ohne Details zurückgegeben (HTTP 500).</translation>
    </message>
    <message>
        <source>{host} and this computer have no TLS cipher suite in common.</source>
        <translation>{host} und dieser Computer haben keine gemeinsame TLS-Verschlüsselungssammlung.</translation>
    </message>
    <message>
        <source>{host} can&apos;t reach a domain controller: {said}</source>
        <translation>{host} kann keinen Domänencontroller erreichen: {said}</translation>
    </message>
    <message>
        <source>{host} closed the connection during the logon.</source>
        <translation>{host} hat die Verbindung während der Anmeldung geschlossen.</translation>
    </message>
    <message>
        <source>{host} closed the connection when TLS began.</source>
        <translation>{host} hat die Verbindung zu Beginn von TLS geschlossen.</translation>
    </message>
    <message>
        <source>{host} closed the connection.</source>
        <translation>{host} hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>{host} couldn&apos;t verify the password of the endpoint&apos;s RunAs user.</source>
        <translation>{host} konnte das Kennwort des RunAs-Benutzers des Endpunkts nicht überprüfen.</translation>
    </message>
    <message>
        <source>{host} didn&apos;t accept the client certificate.</source>
        <translation>{host} hat das Clientzertifikat nicht angenommen.</translation>
    </message>
    <message>
        <source>{host} didn&apos;t accept the user name and password, which contain non-ASCII characters.</source>
        <translation>{host} hat Benutzernamen und Kennwort nicht angenommen, die Nicht-ASCII-Zeichen enthalten.</translation>
    </message>
    <message>
        <source>{host} didn&apos;t accept the user name and password.</source>
        <translation>{host} hat Benutzernamen und Kennwort nicht angenommen.</translation>
    </message>
    <message>
        <source>{host} didn&apos;t accept this security descriptor: {said}</source>
        <translation>{host} hat diese Sicherheitsbeschreibung nicht angenommen: {said}</translation>
    </message>
    <message>
        <source>{host} didn&apos;t prove its identity. No request was sent.</source>
        <translation>{host} hat seine Identität nicht nachgewiesen. Es wurde keine Anforderung gesendet.</translation>
    </message>
    <message>
        <source>{host} didn&apos;t respond in time.</source>
        <translation>{host} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t accept NTLM. No password was sent.</source>
        <translation>{host} nimmt NTLM nicht an. Es wurde kein Kennwort gesendet.</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t accept requests this large (HTTP 413).</source>
        <translation>{host} nimmt so große Anforderungen nicht an (HTTP 413).</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t accept the Kerberos ticket that the domain issued.</source>
        <translation>{host} nimmt das von der Domäne ausgestellte Kerberos-Ticket nicht an.</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t allow changing only the permissions of this endpoint.</source>
        <translation>{host} lässt nicht zu, dass nur die Berechtigungen dieses Endpunkts geändert werden.</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t answer.</source>
        <translation>{host} antwortet nicht.</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t have enough memory for the request: {said}</source>
        <translation>{host} hat nicht genügend Arbeitsspeicher für die Anforderung: {said}</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t offer {tried}. It offers {offered}.</source>
        <translation>{host} bietet {tried} nicht an. Angeboten wird {offered}.</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t support TLS secure renegotiation (RFC 5746).</source>
        <translation>{host} unterstützt die sichere TLS-Neuaushandlung (RFC 5746) nicht.</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t support strong encryption, so nothing was sent.</source>
        <translation>{host} unterstützt keine starke Verschlüsselung, daher wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t use HTTPS on this port.</source>
        <translation>{host} verwendet an diesem Port kein HTTPS.</translation>
    </message>
    <message>
        <source>{host} ended the CredSSP logon before the password was sent.</source>
        <translation>{host} hat die CredSSP-Anmeldung beendet, bevor das Kennwort gesendet wurde.</translation>
    </message>
    <message>
        <source>{host} expects HTTPS on this port, but HTTP was used.</source>
        <translation>{host} erwartet an diesem Port HTTPS, es wurde aber HTTP verwendet.</translation>
    </message>
    <message>
        <source>{host} has no certificate for the name that was used.</source>
        <translation>{host} hat kein Zertifikat für den verwendeten Namen.</translation>
    </message>
    <message>
        <source>{host} has reached a quota: this account has too many shells or requests open.</source>
        <translation>{host} hat ein Kontingent erreicht: Dieses Konto hat zu viele Shells oder Anforderungen geöffnet.</translation>
    </message>
    <message>
        <source>{host} has reached a quota: too many shells, users or requests are active at the same time.</source>
        <translation>{host} hat ein Kontingent erreicht: Zu viele Shells, Benutzer oder Anforderungen sind gleichzeitig aktiv.</translation>
    </message>
    <message>
        <source>{host} has reached a quota: {said}</source>
        <translation>{host} hat ein Kontingent erreicht: {said}</translation>
    </message>
    <message>
        <source>{host} is receiving too many requests (HTTP 429).</source>
        <translation>{host} erhält zu viele Anforderungen (HTTP 429).</translation>
    </message>
    <message>
        <source>{host} offers no authentication method that can be used here. It offers {offered}.</source>
        <translation>{host} bietet keine Authentifizierungsmethode an, die hier verwendet werden kann. Angeboten wird {offered}.</translation>
    </message>
    <message>
        <source>{host} presented a different certificate than the one you trusted. No credentials were sent.</source>
        <translation>{host} hat ein anderes Zertifikat vorgelegt als das, dem Sie vertraut haben. Es wurden keine Anmeldeinformationen gesendet.</translation>
    </message>
    <message>
        <source>{host} redirects to another address (HTTP {status}). Gatepost doesn&apos;t follow redirects.</source>
        <translation>{host} leitet an eine andere Adresse um (HTTP {status}). Gatepost folgt Umleitungen nicht.</translation>
    </message>
    <message>
        <source>{host} refused the request without offering an authentication method (HTTP 401). No password was sent.</source>
        <translation>{host} hat die Anforderung abgelehnt, ohne eine Authentifizierungsmethode anzubieten (HTTP 401). Es wurde kein Kennwort gesendet.</translation>
    </message>
    <message>
        <source>{host} refused the request: {said}</source>
        <translation>{host} hat die Anforderung abgelehnt: {said}</translation>
    </message>
    <message>
        <source>{host} refuses the connection. WinRM might not be running there or might use another port, or a firewall might reject the connection.</source>
        <translation>{host} lehnt die Verbindung ab. Möglicherweise wird WinRM dort nicht ausgeführt oder verwendet einen anderen Port, oder eine Firewall lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>{host} rejects the request (HTTP 400).</source>
        <translation>{host} lehnt die Anforderung ab (HTTP 400).</translation>
    </message>
    <message>
        <source>{host} reports an internal error in TLS.</source>
        <translation>{host} meldet einen internen TLS-Fehler.</translation>
    </message>
    <message>
        <source>{host} requires a client certificate.</source>
        <translation>{host} erfordert ein Clientzertifikat.</translation>
    </message>
    <message>
        <source>{host} responded to the logon in an unexpected way. No request was sent.</source>
        <translation>{host} hat unerwartet auf die Anmeldung geantwortet. Es wurde keine Anforderung gesendet.</translation>
    </message>
    <message>
        <source>{host} responded with HTTP {status}.</source>
        <translation>{host} hat mit HTTP {status} geantwortet.</translation>
    </message>
    <message>
        <source>{host} responded without encryption. The response wasn&apos;t used.</source>
        <translation>{host} hat unverschlüsselt geantwortet. Die Antwort wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>{host} responds, but WinRM isn&apos;t available at this URL (HTTP 404).</source>
        <translation>{host} antwortet, aber WinRM ist unter dieser URL nicht verfügbar (HTTP 404).</translation>
    </message>
    <message>
        <source>{host} returned an error without details (HTTP 500).</source>
        <translation>{host} hat einen Fehler ohne Details zurückgegeben (HTTP 500).</translation>
    </message>
    <message>
        <source>{host} returned an error without details during the logon (HTTP 500).</source>
        <translation>{host} hat während der Anmeldung einen Fehler ohne Details zurückgegeben (HTTP 500).</translation>
    </message>
    <message>
        <source>{host} runs {said}, not WinRM. It has no session configurations.</source>
        <translation>Auf {host} wird {said} ausgeführt, nicht WinRM. Es gibt dort keine Sitzungskonfigurationen.</translation>
    </message>
    <message>
        <source>{host} supports only TLS versions older than 1.2.</source>
        <translation>{host} unterstützt nur TLS-Versionen vor 1.2.</translation>
    </message>
    <message>
        <source>{host} uses a certificate that this computer doesn&apos;t trust. No credentials were sent.</source>
        <translation>{host} verwendet ein Zertifikat, dem dieser Computer nicht vertraut. Es wurden keine Anmeldeinformationen gesendet.</translation>
    </message>
    <message>
        <source>{method} returned {number}, which doesn&apos;t show whether the change was made.</source>
        <translation>{method} hat {number} zurückgegeben; daraus geht nicht hervor, ob die Änderung vorgenommen wurde.</translation>
    </message>
    <message>
        <source>{path} is larger than 1 MiB.</source>
        <translation>{path} ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>{path} isn&apos;t a text file.</source>
        <translation>{path} ist keine Textdatei.</translation>
    </message>
    <message>
        <source>{rejected_by} has already rejected this user name and password, so Gatepost didn&apos;t send them to {host}.</source>
        <translation>{rejected_by} hat diesen Benutzernamen und dieses Kennwort bereits abgelehnt, daher hat Gatepost sie nicht an {host} gesendet.</translation>
    </message>
    <message>
        <source>{scheme} over HTTP would send the password unencrypted. Use HTTPS or another authentication method.</source>
        <translation>{scheme} über HTTP würde das Kennwort unverschlüsselt senden. Verwenden Sie HTTPS oder eine andere Authentifizierungsmethode.</translation>
    </message>
    <message>
        <source>{scheme} over HTTPS</source>
        <translation>{scheme} über HTTPS</translation>
    </message>
    <message>
        <source>{user} is logged on with {scheme}, encrypted.</source>
        <translation>{user} ist mit {scheme} angemeldet, verschlüsselt.</translation>
    </message>
    <message>
        <source>{user} is logged on with {scheme}, not encrypted.</source>
        <translation>{user} ist mit {scheme} angemeldet, nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>{why}.</source>
        <translation>{why}.</translation>
    </message>
</context>
<context>
    <name>BulkChangeDialog</name>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>De&amp;tails</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Auswirkung</translation>
    </message>
    <message>
        <source>Evaluating what changes on each host: {read} of {count}...</source>
        <translation>Es wird ermittelt, was sich auf jedem Host ändert: {read} von {count}...</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Hosts and changes</source>
        <translation>Hosts und Änderungen</translation>
    </message>
    <message>
        <source>Nothing to change on the selected hosts; see the reasons below.</source>
        <translation>Auf den ausgewählten Hosts ist nichts zu ändern; die Gründe stehen unten.</translation>
    </message>
</context>
<context>
    <name>BulkGrantDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Principal</source>
        <translation>&amp;Prinzipal</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>Alle Endpunkte</translation>
    </message>
    <message>
        <source>CONTOSO\Helpdesk, helpdesk@contoso.com, Administrators, S-1-5-...</source>
        <translation>CONTOSO\Helpdesk, helpdesk@contoso.com, Administratoren, S-1-5-...</translation>
    </message>
    <message>
        <source>Co&amp;ntinue...</source>
        <translation>&amp;Weiter...</translation>
    </message>
    <message>
        <source>Endpoin&amp;ts</source>
        <translation>Endpunk&amp;te</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Enter a user or group.</source>
        <translation>Geben Sie einen Benutzer oder eine Gruppe ein.</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Prinzipal</translation>
    </message>
    <message>
        <source>Select at least one right.</source>
        <translation>Wählen Sie mindestens ein Recht aus.</translation>
    </message>
    <message>
        <source>The account is looked up on each host. The next page shows each SID.</source>
        <translation>Das Konto wird auf jedem Host gesucht. Die nächste Seite zeigt jede SID.</translation>
    </message>
</context>
<context>
    <name>BulkReportDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Open report...</source>
        <translation>&amp;Bericht öffnen...</translation>
    </message>
    <message>
        <source>&amp;Revert...</source>
        <translation>&amp;Zurücksetzen...</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Hosts and results</source>
        <translation>Hosts und Ergebnisse</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>CertificateAlarm</name>
    <message>
        <source>&amp;Don&apos;t connect</source>
        <translation>&amp;Nicht verbinden</translation>
    </message>
    <message>
        <source>Cop&amp;y both</source>
        <translation>&amp;Beide kopieren</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>The certificate has changed</source>
        <translation>Das Zertifikat hat sich geändert</translation>
    </message>
    <message>
        <source>To trust the new certificate, first compare its fingerprint with the one on the host. Then select Connect, forget the trusted certificate of this host, and connect again.</source>
        <translation>Um dem neuen Zertifikat zu vertrauen, vergleichen Sie zuerst seinen Fingerabdruck mit dem auf dem Host. Wählen Sie dann „Verbinden“ aus, entfernen Sie das vertrauenswürdige Zertifikat dieses Hosts, und verbinden Sie sich erneut.</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Vertrauenswürdig</translation>
    </message>
    <message>
        <source>Trusted: {before}
Now: {now}</source>
        <translation>Vertrauenswürdig: {before}
Jetzt: {now}</translation>
    </message>
</context>
<context>
    <name>CertificateBase</name>
    <message>
        <source>Certificate of {host}</source>
        <translation>Zertifikat von {host}</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>&amp;Don&apos;t connect</source>
        <translation>&amp;Nicht verbinden</translation>
    </message>
    <message>
        <source>&amp;Trust for this host</source>
        <translation>Für diesen Host &amp;vertrauen</translation>
    </message>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits.</source>
        <translation>Ein SHA-256-Fingerabdruck hat 64 hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Cop&amp;y fingerprint</source>
        <translation>Fingerabdruck &amp;kopieren</translation>
    </message>
    <message>
        <source>Fingerprints don&apos;t match. Don&apos;t trust this certificate.</source>
        <translation>Die Fingerabdrücke stimmen nicht überein. Vertrauen Sie diesem Zertifikat nicht.</translation>
    </message>
    <message>
        <source>Fingerprints match.</source>
        <translation>Die Fingerabdrücke stimmen überein.</translation>
    </message>
    <message>
        <source>Paste the fingerprint shown on the host</source>
        <translation>Fügen Sie den auf dem Host angezeigten Fingerabdruck ein</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Trust it only if the fingerprint matches the one on the host. Only this certificate will then be accepted.</source>
        <translation>Vertrauen Sie ihm nur, wenn der Fingerabdruck mit dem auf dem Host übereinstimmt. Danach wird nur dieses Zertifikat akzeptiert.</translation>
    </message>
    <message>
        <source>Trust this certificate?</source>
        <translation>Diesem Zertifikat vertrauen?</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Sa&amp;ve...</source>
        <translation>Spei&amp;chern...</translation>
    </message>
    <message>
        <source>Save script</source>
        <translation>Skript speichern</translation>
    </message>
    <message>
        <source>Script format</source>
        <translation>Skriptformat</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>&amp;Apply selected to {host}...</source>
        <translation>Aus&amp;wahl auf {host} anwenden...</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Ignore the order of entries</source>
        <translation>&amp;Reihenfolge der Einträge ignorieren</translation>
    </message>
    <message>
        <source>&amp;Only differences</source>
        <translation>&amp;Nur Unterschiede</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation>Wird verglichen...</translation>
    </message>
    <message>
        <source>Endpoints and differences</source>
        <translation>Endpunkte und Unterschiede</translation>
    </message>
    <message>
        <source>No endpoints</source>
        <translation>Keine Endpunkte</translation>
    </message>
    <message>
        <source>Open a file...</source>
        <translation>Datei öffnen...</translation>
    </message>
    <message>
        <source>Re&amp;ference</source>
        <translation>Re&amp;ferenz</translation>
    </message>
    <message>
        <source>RootSDDL differs.</source>
        <translation>RootSDDL weicht ab.</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>&amp;Tauschen</translation>
    </message>
    <message>
        <source>Select a host or a file</source>
        <translation>Host oder Datei auswählen</translation>
    </message>
    <message>
        <source>Select a reference and a target.</source>
        <translation>Wählen Sie eine Referenz und ein Ziel aus.</translation>
    </message>
    <message>
        <source>Select a&amp;ll</source>
        <translation>A&amp;lle auswählen</translation>
    </message>
    <message>
        <source>Unexpected error in Gatepost: the comparison couldn&apos;t be completed.</source>
        <translation>Unerwarteter Fehler in Gatepost: Der Vergleich konnte nicht abgeschlossen werden.</translation>
    </message>
    <message>
        <source>{count} different</source>
        <translation>{count} abweichend</translation>
    </message>
    <message>
        <source>{count} only in the reference</source>
        <translation>{count} nur in der Referenz</translation>
    </message>
    <message>
        <source>{count} only in the target</source>
        <translation>{count} nur im Ziel</translation>
    </message>
    <message>
        <source>{count} same</source>
        <translation>{count} gleich</translation>
    </message>
</context>
<context>
    <name>ComparisonTree</name>
    <message>
        <source>Reference: {host}</source>
        <translation>Referenz: {host}</translation>
    </message>
    <message>
        <source>Target: {host}</source>
        <translation>Ziel: {host}</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>setting of the host</source>
        <translation>Einstellung des Hosts</translation>
    </message>
</context>
<context>
    <name>ConditionBox</name>
    <message>
        <source>Add at least one group.</source>
        <translation>Fügen Sie mindestens eine Gruppe hinzu.</translation>
    </message>
    <message>
        <source>Add to &quot;Member o&amp;f all of these&quot;</source>
        <translation>Zu „Mitglied aller di&amp;eser Gruppen“ hinzufügen</translation>
    </message>
    <message>
        <source>Add to &quot;at lea&amp;st one of these&quot;</source>
        <translation>Zu „m&amp;indestens einer dieser Gruppen“ hinzufügen</translation>
    </message>
    <message>
        <source>And of at least one of these</source>
        <translation>Und mindestens einer dieser Gruppen</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Condition as text</source>
        <translation>Bedingung als Text</translation>
    </message>
    <message>
        <source>Custom condition (SDDL)</source>
        <translation>Benutzerdefinierte Bedingung (SDDL)</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Member of all of these</source>
        <translation>Mitglied aller dieser Gruppen</translation>
    </message>
    <message>
        <source>No condition</source>
        <translation>Keine Bedingung</translation>
    </message>
    <message>
        <source>Only members of these groups</source>
        <translation>Nur Mitglieder dieser Gruppen</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Access &amp;gained</source>
        <translation>&amp;Erhaltener Zugriff</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>De&amp;tails</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>C&amp;onnect to {host}</source>
        <translation>Mit {host} &amp;verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect to a host</source>
        <translation>Mit einem Host verbinden</translation>
    </message>
    <message>
        <source>Connect to {host}</source>
        <translation>Mit {host} verbinden</translation>
    </message>
    <message>
        <source>Connects over WinRM. Requires an administrator account.</source>
        <translation>Verbindet über WinRM. Erfordert ein Administratorkonto.</translation>
    </message>
</context>
<context>
    <name>ConnectForm</name>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Forget the trusted certificate?</source>
        <translation>Das vertrauenswürdige Zertifikat entfernen?</translation>
    </message>
    <message>
        <source>Forget this host?</source>
        <translation>Diesen Host entfernen?</translation>
    </message>
    <message>
        <source>Gatepost also removes the settings that protect {host}: its trusted certificate or CA file, Read-only, and Kerberos or HTTPS only.</source>
        <translation>Gatepost entfernt auch die Einstellungen, die {host} schützen: das vertrauenswürdige Zertifikat oder die CA-Datei, „Schreibgeschützt“ und „Nur Kerberos oder HTTPS“.</translation>
    </message>
    <message>
        <source>The next time you connect to {host}, you&apos;ll be asked to trust its certificate. Do this only if you know why the certificate has changed. Trusted so far:
{fingerprint}</source>
        <translation>Wenn Sie sich das nächste Mal mit {host} verbinden, werden Sie gefragt, ob Sie dem Zertifikat vertrauen. Tun Sie dies nur, wenn Sie wissen, warum sich das Zertifikat geändert hat. Bisher vertrauenswürdig:
{fingerprint}</translation>
    </message>
</context>
<context>
    <name>ConnectionTestPanel</name>
    <message>
        <source>Stop t&amp;est</source>
        <translation>T&amp;est beenden</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>T&amp;esten</translation>
    </message>
</context>
<context>
    <name>ConnectionTestSteps</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Log on</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>trying</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Cop&amp;y details</source>
        <translation>Details &amp;kopieren</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Details des Fehlers</translation>
    </message>
    <message>
        <source>Include the details when you report the error (Help &gt; Report a problem). Gatepost removes the passwords it recognizes; check the details before you share them.</source>
        <translation>Fügen Sie die Details bei, wenn Sie den Fehler melden (Hilfe &gt; Ein Problem melden). Gatepost entfernt die Kennwörter, die es erkennt; prüfen Sie die Details, bevor Sie sie weitergeben.</translation>
    </message>
    <message>
        <source>This is an error in Gatepost, not on a host. If a change was being applied, refresh the host to check its state.</source>
        <translation>Das ist ein Fehler in Gatepost, nicht auf einem Host. Wenn gerade eine Änderung angewendet wurde, aktualisieren Sie den Host, um seinen Zustand zu prüfen.</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>Unerwarteter Fehler</translation>
    </message>
    <message>
        <source>Unexpected error in Gatepost</source>
        <translation>Unerwarteter Fehler in Gatepost</translation>
    </message>
</context>
<context>
    <name>DescriptorTab</name>
    <message>
        <source>Descriptor</source>
        <translation>Sicherheitsbeschreibung</translation>
    </message>
</context>
<context>
    <name>DetailTabs</name>
    <message>
        <source>Auditing</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Disabled.</source>
        <translation>Deaktiviert.</translation>
    </message>
    <message>
        <source>Effective access</source>
        <translation>Effektiver Zugriff</translation>
    </message>
    <message>
        <source>Evaluating...</source>
        <translation>Wird ausgewertet...</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Properties of the endpoint</source>
        <translation>Eigenschaften des Endpunkts</translation>
    </message>
    <message>
        <source>SDDL</source>
        <translation>SDDL</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>DetailsTab</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>DetailsTabs</name>
    <message>
        <source>Copy all as te&amp;xt</source>
        <translation>Alles als Te&amp;xt kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>SDDL before and a&amp;fter</source>
        <translation>SDDL vorher und &amp;nachher</translation>
    </message>
    <message>
        <source>Scri&amp;pt</source>
        <translation>Skr&amp;ipt</translation>
    </message>
    <message>
        <source>Still &amp;open</source>
        <translation>Noch &amp;offen</translation>
    </message>
</context>
<context>
    <name>DocsBrowser</name>
    <message>
        <source>This page isn&apos;t installed.</source>
        <translation>Diese Seite ist nicht installiert.</translation>
    </message>
</context>
<context>
    <name>ENDPOINTS</name>
    <message>
        <source> and of </source>
        <translation> und von </translation>
    </message>
    <message>
        <source> or of </source>
        <translation> oder von </translation>
    </message>
    <message numerus="yes">
        <source>%n account or group</source>
        <comment>%n accounts and groups</comment>
        <translation>
            <numerusform>%n Konto oder Gruppe</numerusform>
            <numerusform>%n Konten und Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint</source>
        <comment>%n endpoints</comment>
        <translation>
            <numerusform>%n Endpunkt</numerusform>
            <numerusform>%n Endpunkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group</source>
        <comment>%n groups</comment>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind of account</source>
        <comment>%n kinds of accounts</comment>
        <translation>
            <numerusform>%n Art von Konto</numerusform>
            <numerusform>%n Arten von Konten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other</source>
        <comment>%n others</comment>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>1: remote UAC filtering is off</source>
        <translation>1: Remote-UAC-Filterung ist deaktiviert</translation>
    </message>
    <message>
        <source>A descriptor that couldn&apos;t be read is replaced.</source>
        <translation>Eine Sicherheitsbeschreibung, die nicht gelesen werden konnte, wird ersetzt.</translation>
    </message>
    <message>
        <source>A script on the host runs at the start of each session; it isn&apos;t read here.</source>
        <translation>Zu Beginn jeder Sitzung wird ein Skript auf dem Host ausgeführt; es wird hier nicht gelesen.</translation>
    </message>
    <message>
        <source>A session configuration file on the host determines what a session offers. Gatepost doesn&apos;t read that file, so the endpoint might use JEA.</source>
        <translation>Eine Sitzungskonfigurationsdatei auf dem Host bestimmt, was eine Sitzung bietet. Gatepost liest diese Datei nicht, daher verwendet der Endpunkt möglicherweise JEA.</translation>
    </message>
    <message>
        <source>Accepts remote sessions when enabled.</source>
        <translation>Lässt nach dem Aktivieren Remotesitzungen zu.</translation>
    </message>
    <message>
        <source>Access will be Custom.</source>
        <translation>Der Zugriff wird „Benutzerdefiniert“ sein.</translation>
    </message>
    <message>
        <source>Access will be Disabled.</source>
        <translation>Der Zugriff wird „Deaktiviert“ sein.</translation>
    </message>
    <message>
        <source>Access will be Local.</source>
        <translation>Der Zugriff wird „Lokal“ sein.</translation>
    </message>
    <message>
        <source>Access will be Remote.</source>
        <translation>Der Zugriff wird „Remote“ sein.</translation>
    </message>
    <message>
        <source>Add a Deny for {who} to {name}</source>
        <translation>Verweigern-Eintrag für {who} zu {name} hinzufügen</translation>
    </message>
    <message>
        <source>Add an Allow for {who} to {name}</source>
        <translation>Zulassen-Eintrag für {who} zu {name} hinzufügen</translation>
    </message>
    <message>
        <source>Add an audit entry for {who} to {name}</source>
        <translation>Überwachungseintrag für {who} zu {name} hinzufügen</translation>
    </message>
    <message>
        <source>Administrator at the console</source>
        <translation>Administrator an der Konsole</translation>
    </message>
    <message>
        <source>Administrator over the network</source>
        <translation>Administrator über das Netzwerk</translation>
    </message>
    <message>
        <source>Administrators will lose access to {names} locally.</source>
        <translation>Administratoren verlieren lokal den Zugriff auf {names}.</translation>
    </message>
    <message>
        <source>Administrators will lose access to {names} over the network.</source>
        <translation>Administratoren verlieren über das Netzwerk den Zugriff auf {names}.</translation>
    </message>
    <message>
        <source>Administrators will lose access to {names}.</source>
        <translation>Administratoren verlieren den Zugriff auf {names}.</translation>
    </message>
    <message>
        <source>After this, administrators won&apos;t be able to open sessions on {names}.</source>
        <translation>Danach haben Administratoren keinen Zugriff mehr auf {names}.</translation>
    </message>
    <message>
        <source>After this, every endpoint on this host is disabled or closed to administrators.</source>
        <translation>Danach ist jeder Endpunkt auf diesem Host deaktiviert oder für Administratoren gesperrt.</translation>
    </message>
    <message>
        <source>After this, every endpoint on this host is disabled or closed to everyone.</source>
        <translation>Danach ist jeder Endpunkt auf diesem Host deaktiviert oder für alle gesperrt.</translation>
    </message>
    <message>
        <source>After this, no one will have access to {names}.</source>
        <translation>Danach hat niemand mehr Zugriff auf {names}.</translation>
    </message>
    <message numerus="yes">
        <source>Align %n endpoint on {host} with {model}</source>
        <comment>Align %n endpoints on {host} with {model}</comment>
        <translation>
            <numerusform>%n Endpunkt auf {host} an {model} angleichen</numerusform>
            <numerusform>%n Endpunkte auf {host} an {model} angleichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Align %n endpoint with {model}</source>
        <comment>Align %n endpoints with {model}</comment>
        <translation>
            <numerusform>%n Endpunkt an {model} angleichen</numerusform>
            <numerusform>%n Endpunkte an {model} angleichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Align {name} on {host} with {model}</source>
        <translation>{name} auf {host} an {model} angleichen</translation>
    </message>
    <message>
        <source>Align {name} with {model}</source>
        <translation>{name} an {model} angleichen</translation>
    </message>
    <message>
        <source>All local administrators get a full token over the network.</source>
        <translation>Alle lokalen Administratoren erhalten über das Netzwerk ein vollständiges Token.</translation>
    </message>
    <message>
        <source>All local administrators keep full rights over the network, which makes stolen passwords more dangerous.</source>
        <translation>Alle lokalen Administratoren behalten über das Netzwerk alle Rechte; das macht gestohlene Kennwörter gefährlicher.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Allow domain and private networks in the firewall</source>
        <translation>Firewall: Domänen- und private Netzwerke zulassen</translation>
    </message>
    <message>
        <source>Allow public networks in the firewall</source>
        <translation>Firewall: öffentliche Netzwerke zulassen</translation>
    </message>
    <message>
        <source>Allow {who}</source>
        <translation>Zulassen für {who}</translation>
    </message>
    <message>
        <source>Allowed by entry {number}: {entry}</source>
        <translation>Zugelassen durch Eintrag {number}: {entry}</translation>
    </message>
    <message>
        <source>Allows connections on the compatibility port (80).</source>
        <translation>Lässt Verbindungen am Kompatibilitätsport (80) zu.</translation>
    </message>
    <message>
        <source>Allows connections to {way} listeners.</source>
        <translation>Lässt Verbindungen zu {way}-Listenern zu.</translation>
    </message>
    <message>
        <source>Allows {who}: {rights}</source>
        <translation>Zugelassen für {who}: {rights}</translation>
    </message>
    <message>
        <source>An Allow comes before the Everyone Deny.</source>
        <translation>Ein Zulassen-Eintrag steht vor dem Verweigern-Eintrag für „Jeder“.</translation>
    </message>
    <message>
        <source>An Allow comes before the NETWORK Deny.</source>
        <translation>Ein Zulassen-Eintrag steht vor dem Verweigern-Eintrag für NETWORK.</translation>
    </message>
    <message>
        <source>Ansible tasks</source>
        <translation>Ansible-Tasks</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Jeder</translation>
    </message>
    <message>
        <source>Anyone (no DACL)</source>
        <translation>Jeder (keine DACL)</translation>
    </message>
    <message>
        <source>Anyone can open a session: there is no DACL.</source>
        <translation>Jeder kann eine Sitzung öffnen: Es gibt keine DACL.</translation>
    </message>
    <message>
        <source>Applied and verified.</source>
        <translation>Angewendet und überprüft.</translation>
    </message>
    <message>
        <source>Applies a central access policy: {who}</source>
        <translation>Wendet eine zentrale Zugriffsrichtlinie an: {who}</translation>
    </message>
    <message>
        <source>As RootSDDL allows</source>
        <translation>Wie von RootSDDL zugelassen</translation>
    </message>
    <message numerus="yes">
        <source>At most %n command at once in a session.</source>
        <comment>At most %n commands at once in a session.</comment>
        <translation>
            <numerusform>Höchstens %n Befehl gleichzeitig in einer Sitzung.</numerusform>
            <numerusform>Höchstens %n Befehle gleichzeitig in einer Sitzung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n process in a session.</source>
        <comment>At most %n processes in a session.</comment>
        <translation>
            <numerusform>Höchstens %n Prozess in einer Sitzung.</numerusform>
            <numerusform>Höchstens %n Prozesse in einer Sitzung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n request at once for each user.</source>
        <comment>At most %n requests at once for each user.</comment>
        <translation>
            <numerusform>Höchstens %n Anforderung gleichzeitig pro Benutzer.</numerusform>
            <numerusform>Höchstens %n Anforderungen gleichzeitig pro Benutzer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n request at once.</source>
        <comment>At most %n requests at once.</comment>
        <translation>
            <numerusform>Höchstens %n Anforderung gleichzeitig.</numerusform>
            <numerusform>Höchstens %n Anforderungen gleichzeitig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n session for each user.</source>
        <comment>At most %n sessions for each user.</comment>
        <translation>
            <numerusform>Höchstens %n Sitzung pro Benutzer.</numerusform>
            <numerusform>Höchstens %n Sitzungen pro Benutzer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n session is open at once.</source>
        <comment>At most %n sessions are open at once.</comment>
        <translation>
            <numerusform>Höchstens %n Sitzung gleichzeitig geöffnet.</numerusform>
            <numerusform>Höchstens %n Sitzungen gleichzeitig geöffnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n user at once.</source>
        <comment>At most %n users at once.</comment>
        <translation>
            <numerusform>Höchstens %n Benutzer gleichzeitig.</numerusform>
            <numerusform>Höchstens %n Benutzer gleichzeitig.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most {number} MB for a session.</source>
        <translation>Höchstens {number} MB für eine Sitzung.</translation>
    </message>
    <message>
        <source>Auditing + {entry}</source>
        <translation>Überwachung + {entry}</translation>
    </message>
    <message>
        <source>Auditing − {entry}</source>
        <translation>Überwachung − {entry}</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Blocks connections.</source>
        <translation>Blockiert Verbindungen.</translation>
    </message>
    <message>
        <source>Can&apos;t apply the selected differences: {error}</source>
        <translation>Die ausgewählten Unterschiede können nicht angewendet werden: {error}</translation>
    </message>
    <message>
        <source>Can&apos;t revert: the endpoint&apos;s resources have changed. ({error})</source>
        <translation>Kann nicht zurückgesetzt werden: Die Ressourcen des Endpunkts haben sich geändert. ({error})</translation>
    </message>
    <message numerus="yes">
        <source>Change permissions of %n endpoint</source>
        <comment>Change permissions of %n endpoints</comment>
        <translation>
            <numerusform>Berechtigungen von %n Endpunkt ändern</numerusform>
            <numerusform>Berechtigungen von %n Endpunkten ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change permissions of %n endpoint on {host}</source>
        <comment>Change permissions of %n endpoints on {host}</comment>
        <translation>
            <numerusform>Berechtigungen von %n Endpunkt auf {host} ändern</numerusform>
            <numerusform>Berechtigungen von %n Endpunkten auf {host} ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Change permissions of {name}</source>
        <translation>Berechtigungen von {name} ändern</translation>
    </message>
    <message>
        <source>Change permissions of {name} on {host}</source>
        <translation>Berechtigungen von {name} auf {host} ändern</translation>
    </message>
    <message>
        <source>Change the entry for {who} in {name}</source>
        <translation>Eintrag für {who} in {name} ändern</translation>
    </message>
    <message>
        <source>Changed on the host since it was last read. Not applied. Refresh and try again.</source>
        <translation>Seit dem letzten Lesen auf dem Host geändert. Nicht angewendet. Aktualisieren Sie, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Changed: {done}. Not changed: {missing}.</source>
        <translation>Geändert: {done}. Nicht geändert: {missing}.</translation>
    </message>
    <message>
        <source>Checked: it is no longer on the host.</source>
        <translation>Geprüft: Es ist auf dem Host nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>Checked: the host shows neither the previous state nor the change. It might have been changed again later.</source>
        <translation>Geprüft: Der Host zeigt weder den vorherigen Zustand noch die Änderung. Er wurde möglicherweise später erneut geändert.</translation>
    </message>
    <message>
        <source>Checked: the host shows only part of the change.</source>
        <translation>Geprüft: Der Host zeigt nur einen Teil der Änderung.</translation>
    </message>
    <message>
        <source>Checked: the host shows the change.</source>
        <translation>Geprüft: Der Host zeigt die Änderung.</translation>
    </message>
    <message>
        <source>Checked: the host shows the previous state. The change wasn&apos;t applied, or has been reverted.</source>
        <translation>Geprüft: Der Host zeigt den vorherigen Zustand. Die Änderung wurde nicht angewendet oder wieder zurückgesetzt.</translation>
    </message>
    <message>
        <source>Configured, but doesn&apos;t accept requests.</source>
        <translation>Konfiguriert, nimmt aber keine Anforderungen an.</translation>
    </message>
    <message>
        <source>Create an HTTP listener on all addresses</source>
        <translation>HTTP-Listener an allen Adressen erstellen</translation>
    </message>
    <message>
        <source>Create the HTTP listener</source>
        <translation>HTTP-Listener erstellen</translation>
    </message>
    <message>
        <source>Create the HTTP listener on {host}</source>
        <translation>HTTP-Listener auf {host} erstellen</translation>
    </message>
    <message>
        <source>DACL flags: {old} → {new}</source>
        <translation>DACL-Flags: {old} → {new}</translation>
    </message>
    <message>
        <source>DSC configuration</source>
        <translation>DSC-Konfiguration</translation>
    </message>
    <message>
        <source>Delete the listener {name}</source>
        <translation>Listener {name} löschen</translation>
    </message>
    <message>
        <source>Delete the listener {name} on {host}</source>
        <translation>Listener {name} auf {host} löschen</translation>
    </message>
    <message>
        <source>Denied by entry {number}: {entry}</source>
        <translation>Verweigert durch Eintrag {number}: {entry}</translation>
    </message>
    <message>
        <source>Denies {who}: {rights}</source>
        <translation>Verweigert für {who}: {rights}</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Verweigern</translation>
    </message>
    <message>
        <source>Deny entries come before Allow entries; after an Allow, a Deny has no effect on the rights already allowed.</source>
        <translation>Verweigern-Einträge stehen vor Zulassen-Einträgen; nach einem Zulassen-Eintrag hat ein Verweigern-Eintrag keine Wirkung auf die bereits gewährten Rechte.</translation>
    </message>
    <message>
        <source>Deny rights to {who} on {where}</source>
        <translation>{who} Rechte auf {where} verweigern</translation>
    </message>
    <message>
        <source>Deny {who}</source>
        <translation>Verweigern für {who}</translation>
    </message>
    <message>
        <source>Depends on whether entry {number} applies, which only the host can tell: {entry}</source>
        <translation>Hängt davon ab, ob Eintrag {number} gilt; das kann nur der Host sagen: {entry}</translation>
    </message>
    <message>
        <source>Disable remoting</source>
        <translation>Remoting deaktivieren</translation>
    </message>
    <message>
        <source>Disable remoting on {host}</source>
        <translation>Remoting auf {host} deaktivieren</translation>
    </message>
    <message>
        <source>Disable the firewall rules</source>
        <translation>Firewallregeln deaktivieren</translation>
    </message>
    <message>
        <source>Disable the firewall rules on {host}</source>
        <translation>Firewallregeln auf {host} deaktivieren</translation>
    </message>
    <message>
        <source>Disable-PSRemoting mistakes a Deny for another account for the NETWORK Deny. Disabling remoting in Gatepost blocks these endpoints.</source>
        <translation>Disable-PSRemoting verwechselt einen Verweigern-Eintrag für ein anderes Konto mit dem für NETWORK. Das Deaktivieren des Remotings in Gatepost sperrt diese Endpunkte.</translation>
    </message>
    <message>
        <source>Disable-PSRemoting would leave this endpoint open: it mistakes a Deny for another account for the NETWORK Deny.</source>
        <translation>Disable-PSRemoting würde diesen Endpunkt offen lassen: Es verwechselt einen Verweigern-Eintrag für ein anderes Konto mit dem für NETWORK.</translation>
    </message>
    <message>
        <source>Disable-PSRemoting would leave {names} open: it mistakes a Deny for another account for the NETWORK Deny. Gatepost compares SIDs exactly.</source>
        <translation>Disable-PSRemoting würde {names} offen lassen: Es verwechselt einen Verweigern-Eintrag für ein anderes Konto mit dem für NETWORK. Gatepost vergleicht SIDs genau.</translation>
    </message>
    <message>
        <source>Disabled endpoints (skipped)</source>
        <translation>Deaktivierte Endpunkte (übersprungen)</translation>
    </message>
    <message>
        <source>Doesn&apos;t respond to requests.</source>
        <translation>Beantwortet keine Anforderungen.</translation>
    </message>
    <message>
        <source>Domain controller</source>
        <translation>Domänencontroller</translation>
    </message>
    <message>
        <source>Domain controller (PDC emulator)</source>
        <translation>Domänencontroller (PDC-Emulator)</translation>
    </message>
    <message>
        <source>Duplicate the entry for {who} in {name}</source>
        <translation>Eintrag für {who} in {name} duplizieren</translation>
    </message>
    <message>
        <source>Each setting is restored to its value before the change.</source>
        <translation>Jede Einstellung wird auf ihren Wert vor der Änderung zurückgesetzt.</translation>
    </message>
    <message>
        <source>Each step marked &quot;disconnects&quot; ends this connection, so you can do only one of them from here, and it must come last. Do the others at the host&apos;s console.</source>
        <translation>Jeder mit „trennt die Verbindung“ gekennzeichnete Schritt beendet diese Verbindung. Daher können Sie nur einen davon von hier aus ausführen, und zwar als letzten. Führen Sie die übrigen an der Konsole des Hosts aus.</translation>
    </message>
    <message>
        <source>Edit the SDDL of {name}</source>
        <translation>SDDL von {name} bearbeiten</translation>
    </message>
    <message>
        <source>Enable all endpoints</source>
        <translation>Alle Endpunkte aktivieren</translation>
    </message>
    <message>
        <source>Enable remoting</source>
        <translation>Remoting aktivieren</translation>
    </message>
    <message>
        <source>Enable remoting on {host}</source>
        <translation>Remoting auf {host} aktivieren</translation>
    </message>
    <message>
        <source>Enable the firewall rules</source>
        <translation>Firewallregeln aktivieren</translation>
    </message>
    <message>
        <source>Enable the firewall rules on {host}</source>
        <translation>Firewallregeln auf {host} aktivieren</translation>
    </message>
    <message>
        <source>Enable the listener {name}</source>
        <translation>Listener {name} aktivieren</translation>
    </message>
    <message>
        <source>Enable the listener {name} on {host}</source>
        <translation>Listener {name} auf {host} aktivieren</translation>
    </message>
    <message>
        <source>Enable-PSRemoting would remove the Deny for {account}.</source>
        <translation>Enable-PSRemoting würde den Verweigern-Eintrag für {account} entfernen.</translation>
    </message>
    <message>
        <source>Endpoints that Disable-PSRemoting leaves open</source>
        <translation>Endpunkte, die Disable-PSRemoting offen lässt</translation>
    </message>
    <message>
        <source>Entries that neither allow nor deny come last.</source>
        <translation>Einträge, die weder zulassen noch verweigern, stehen am Ende.</translation>
    </message>
    <message>
        <source>Everyone else is denied.</source>
        <translation>Allen anderen wird der Zugriff verweigert.</translation>
    </message>
    <message>
        <source>Everyone has their own rights.</source>
        <translation>Jeder hat seine eigenen Rechte.</translation>
    </message>
    <message>
        <source>Everyone is denied by an entry for an object type.</source>
        <translation>„Jeder“ wird der Zugriff durch einen Eintrag für einen Objekttyp verweigert.</translation>
    </message>
    <message>
        <source>Everyone is denied only under a condition.</source>
        <translation>„Jeder“ wird der Zugriff nur unter einer Bedingung verweigert.</translation>
    </message>
    <message>
        <source>Everyone is denied other rights, but not Execute(Invoke).</source>
        <translation>„Jeder“ werden andere Rechte verweigert, nicht aber Execute(Invoke).</translation>
    </message>
    <message>
        <source>Everyone is denied.</source>
        <translation>„Jeder“ wird der Zugriff verweigert.</translation>
    </message>
    <message>
        <source>Everyone who connects has all the rights of that account. Its name is that of a managed service account, whose password Windows manages.</source>
        <translation>Jeder, der sich verbindet, hat alle Rechte dieses Kontos. Sein Name ist der eines verwalteten Dienstkontos, dessen Kennwort Windows verwaltet.</translation>
    </message>
    <message>
        <source>Everyone who connects has all the rights of that account. Its password is stored on the host.</source>
        <translation>Jeder, der sich verbindet, hat alle Rechte dieses Kontos. Das Kennwort ist auf dem Host gespeichert.</translation>
    </message>
    <message>
        <source>Everyone who connects has the rights of these groups only.</source>
        <translation>Jeder, der sich verbindet, hat nur die Rechte dieser Gruppen.</translation>
    </message>
    <message>
        <source>Everyone who connects is an administrator of the host for that session; on a domain controller, of the domain.</source>
        <translation>Jeder, der sich verbindet, ist für diese Sitzung Administrator des Hosts, auf einem Domänencontroller der Domäne.</translation>
    </message>
    <message>
        <source>Explicit entries come before inherited ones.</source>
        <translation>Explizite Einträge stehen vor geerbten.</translation>
    </message>
    <message>
        <source>Filters access for {who}: {rights}</source>
        <translation>Filtert den Zugriff für {who}: {rights}</translation>
    </message>
    <message>
        <source>Firewall rule {name}</source>
        <translation>Firewallregel {name}</translation>
    </message>
    <message>
        <source>Firewall rules</source>
        <translation>Firewallregeln</translation>
    </message>
    <message>
        <source>Gatepost doesn&apos;t know this session type.</source>
        <translation>Gatepost kennt diesen Sitzungstyp nicht.</translation>
    </message>
    <message>
        <source>Gives the endpoint a resource attribute: {attribute}</source>
        <translation>Weist dem Endpunkt ein Ressourcenattribut zu: {attribute}</translation>
    </message>
    <message>
        <source>Grant rights to {who} on {where}</source>
        <translation>{who} Rechte auf {where} gewähren</translation>
    </message>
    <message>
        <source>However, the host shows the change.</source>
        <translation>Der Host zeigt die Änderung jedoch.</translation>
    </message>
    <message>
        <source>Idle sessions aren&apos;t ended.</source>
        <translation>Sitzungen im Leerlauf werden nicht beendet.</translation>
    </message>
    <message>
        <source>Idle sessions end after {minutes} min.</source>
        <translation>Sitzungen im Leerlauf enden nach {minutes} Min.</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Inherit the permissions of {name} from RootSDDL</source>
        <translation>Berechtigungen von {name} von RootSDDL erben</translation>
    </message>
    <message>
        <source>It couldn&apos;t be read back.</source>
        <translation>Das Ergebnis konnte nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>It is no longer on the host.</source>
        <translation>Das Element ist auf dem Host nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>It isn&apos;t known whether the change was applied.</source>
        <translation>Ob die Änderung angewendet wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It isn&apos;t known whether you ({account}) lose access: not all groups of your account are known.</source>
        <translation>Es ist nicht bekannt, ob Sie ({account}) den Zugriff verlieren: Nicht alle Gruppen Ihres Kontos sind bekannt.</translation>
    </message>
    <message>
        <source>It isn&apos;t known whether you ({account}) lose access: the permissions can&apos;t be evaluated completely from here.</source>
        <translation>Es ist nicht bekannt, ob Sie ({account}) den Zugriff verlieren: Die Berechtigungen können von hier aus nicht vollständig ausgewertet werden.</translation>
    </message>
    <message>
        <source>It isn&apos;t known whether you can still manage permissions from here: RootSDDL decides that, and it couldn&apos;t be read.</source>
        <translation>Es ist nicht bekannt, ob Sie Berechtigungen weiterhin von hier aus verwalten können: Darüber entscheidet RootSDDL, das nicht gelesen werden konnte.</translation>
    </message>
    <message>
        <source>It no longer exists on the host, so there is nothing to revert.</source>
        <translation>Es ist auf dem Host nicht mehr vorhanden, daher gibt es nichts zurückzusetzen.</translation>
    </message>
    <message>
        <source>Its History entry can&apos;t be read: {error}</source>
        <translation>Der zugehörige Eintrag im Verlauf kann nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>Its own permissions are removed; they will be inherited from RootSDDL.</source>
        <translation>Die eigenen Berechtigungen werden entfernt; danach werden sie von RootSDDL geerbt.</translation>
    </message>
    <message>
        <source>Listener {name}</source>
        <translation>Listener {name}</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>Listener</translation>
    </message>
    <message>
        <source>Listens on all addresses of the host, port 5985.</source>
        <translation>Lauscht an allen Adressen des Hosts, Port 5985.</translation>
    </message>
    <message>
        <source>Listens on all addresses.</source>
        <translation>Lauscht an allen Adressen.</translation>
    </message>
    <message>
        <source>Listens on port {port}.</source>
        <translation>Lauscht an Port {port}.</translation>
    </message>
    <message>
        <source>Listens on this address only.</source>
        <translation>Lauscht nur an dieser Adresse.</translation>
    </message>
    <message>
        <source>Local administrator with a filtered token</source>
        <translation>Lokaler Administrator mit gefiltertem Token</translation>
    </message>
    <message>
        <source>Local administrators other than the built-in Administrator get a filtered token over the network.</source>
        <translation>Andere lokale Administratoren als der integrierte Administrator erhalten über das Netzwerk ein gefiltertes Token.</translation>
    </message>
    <message>
        <source>Local administrators other than the built-in Administrator will get a filtered token over the network. If you log on with such an account, your next connection will probably be refused.</source>
        <translation>Andere lokale Administratoren als der integrierte Administrator erhalten über das Netzwerk ein gefiltertes Token. Wenn Sie sich mit einem solchen Konto anmelden, wird Ihre nächste Verbindung wahrscheinlich abgelehnt.</translation>
    </message>
    <message>
        <source>LocalAccountTokenFilterPolicy</source>
        <translation>LocalAccountTokenFilterPolicy</translation>
    </message>
    <message>
        <source>Locally (loopback)</source>
        <translation>Lokal (Loopback)</translation>
    </message>
    <message>
        <source>Logs {who}: {rights}</source>
        <translation>Protokolliert für {who}: {rights}</translation>
    </message>
    <message>
        <source>Logs {who}: {rights}, granted or refused</source>
        <translation>Protokolliert für {who}: {rights}, erfolgreich oder fehlgeschlagen</translation>
    </message>
    <message>
        <source>Logs {who}: {rights}, when granted</source>
        <translation>Protokolliert für {who}: {rights}, bei Erfolg</translation>
    </message>
    <message>
        <source>Logs {who}: {rights}, when refused</source>
        <translation>Protokolliert für {who}: {rights}, bei Fehler</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manuell</translation>
    </message>
    <message>
        <source>Member of Remote Management Users</source>
        <translation>Mitglied der Remoteverwaltungsbenutzer</translation>
    </message>
    <message>
        <source>Member server</source>
        <translation>Mitgliedsserver</translation>
    </message>
    <message>
        <source>Member workstation</source>
        <translation>Mitgliedsarbeitsstation</translation>
    </message>
    <message>
        <source>Move the entry for {who} in {name}</source>
        <translation>Eintrag für {who} in {name} verschieben</translation>
    </message>
    <message>
        <source>NETWORK is denied by an entry that isn&apos;t changed here (inherited or for an object type).</source>
        <translation>NETWORK wird der Zugriff durch einen Eintrag verweigert, der hier nicht geändert wird (geerbt oder für einen Objekttyp).</translation>
    </message>
    <message>
        <source>NETWORK is denied only under a condition.</source>
        <translation>NETWORK wird der Zugriff nur unter einer Bedingung verweigert.</translation>
    </message>
    <message>
        <source>NETWORK is denied other rights, but not Execute(Invoke).</source>
        <translation>NETWORK werden andere Rechte verweigert, nicht aber Execute(Invoke).</translation>
    </message>
    <message>
        <source>No applicable entry allows Execute(Invoke). One entry would, but its condition isn&apos;t met.</source>
        <translation>Kein geltender Eintrag gewährt Execute(Invoke). Ein Eintrag würde es gewähren, aber seine Bedingung ist nicht erfüllt.</translation>
    </message>
    <message>
        <source>No change needed: it was changed in the same way since it was last read.</source>
        <translation>Keine Änderung nötig: Seit dem letzten Lesen wurde dieselbe Änderung vorgenommen.</translation>
    </message>
    <message>
        <source>No change needed: it&apos;s disabled, and blocked for remote sessions when enabled.</source>
        <translation>Keine Änderung nötig: deaktiviert und auch nach dem Aktivieren für Remotesitzungen gesperrt.</translation>
    </message>
    <message>
        <source>No entry allows Execute(Invoke) to this account.</source>
        <translation>Kein Eintrag gewährt diesem Konto Execute(Invoke).</translation>
    </message>
    <message>
        <source>No entry allows Execute(Invoke): no one can open a session.</source>
        <translation>Kein Eintrag gewährt Execute(Invoke): Niemand kann eine Sitzung öffnen.</translation>
    </message>
    <message>
        <source>No limit.</source>
        <translation>Kein Limit.</translation>
    </message>
    <message>
        <source>No limit: one session can use all resources of the host.</source>
        <translation>Kein Limit: Eine Sitzung kann alle Ressourcen des Hosts verbrauchen.</translation>
    </message>
    <message>
        <source>No one will be able to open sessions on {names} locally.</source>
        <translation>Niemand wird lokal Zugriff auf {names} haben.</translation>
    </message>
    <message>
        <source>No one will be able to open sessions on {names} over the network.</source>
        <translation>Niemand wird über das Netzwerk Zugriff auf {names} haben.</translation>
    </message>
    <message>
        <source>No one will be able to open sessions on {names}.</source>
        <translation>Niemand wird Zugriff auf {names} haben.</translation>
    </message>
    <message>
        <source>No security descriptor of the endpoint applies to its sessions, so RootSDDL decides who can open one.</source>
        <translation>Keine Sicherheitsbeschreibung des Endpunkts gilt für seine Sitzungen, daher entscheidet RootSDDL, wer eine öffnen kann.</translation>
    </message>
    <message>
        <source>Not all groups of the account are known. Entry {number} would allow members of its group: {entry}</source>
        <translation>Nicht alle Gruppen des Kontos sind bekannt. Eintrag {number} würde Mitglieder seiner Gruppe zulassen: {entry}</translation>
    </message>
    <message>
        <source>Not all groups of the account are known. Entry {number} would deny members of its group: {entry}</source>
        <translation>Nicht alle Gruppen des Kontos sind bekannt. Eintrag {number} würde Mitglieder seiner Gruppe abweisen: {entry}</translation>
    </message>
    <message>
        <source>Not applied.</source>
        <translation>Nicht angewendet.</translation>
    </message>
    <message>
        <source>Not applied: the current state couldn&apos;t be read before the change.</source>
        <translation>Nicht angewendet: Der aktuelle Zustand konnte vor der Änderung nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Not changed, because they couldn&apos;t be read: {names}.</source>
        <translation>Nicht geändert, da nicht lesbar: {names}.</translation>
    </message>
    <message>
        <source>Nothing is audited.</source>
        <translation>Es wird nichts überwacht.</translation>
    </message>
    <message>
        <source>On Windows client editions, -SkipNetworkProfileCheck does this.</source>
        <translation>Auf Windows-Clienteditionen bewirkt dies -SkipNetworkProfileCheck.</translation>
    </message>
    <message>
        <source>One of its groups is Administrators: everyone who connects is an administrator.</source>
        <translation>Eine seiner Gruppen ist „Administratoren“: Jeder, der sich verbindet, ist Administrator.</translation>
    </message>
    <message>
        <source>Only the notation of the descriptor changes, not its meaning.</source>
        <translation>Nur die Schreibweise der Sicherheitsbeschreibung ändert sich, nicht ihre Bedeutung.</translation>
    </message>
    <message>
        <source>Open History and select Check again.</source>
        <translation>Öffnen Sie den Verlauf, und wählen Sie „Erneut prüfen“ aus.</translation>
    </message>
    <message>
        <source>Order of entries: {old} → {new}</source>
        <translation>Reihenfolge der Einträge: {old} → {new}</translation>
    </message>
    <message>
        <source>Other entry</source>
        <translation>Anderer Eintrag</translation>
    </message>
    <message>
        <source>Over the network</source>
        <translation>Über das Netzwerk</translation>
    </message>
    <message>
        <source>Over the network: {network}. Locally: {local}.</source>
        <translation>Über das Netzwerk: {network}. Lokal: {local}.</translation>
    </message>
    <message>
        <source>Owner: {old} → {new}</source>
        <translation>Besitzer: {old} → {new}</translation>
    </message>
    <message>
        <source>Owner: {owner}. Primary group: {group}.</source>
        <translation>Besitzer: {owner}. Primäre Gruppe: {group}.</translation>
    </message>
    <message>
        <source>Parameter {name}</source>
        <translation>Parameter {name}</translation>
    </message>
    <message>
        <source>Permissions are inherited from RootSDDL, which isn&apos;t changed here.</source>
        <translation>Die Berechtigungen werden von RootSDDL geerbt, das hier nicht geändert wird.</translation>
    </message>
    <message>
        <source>Permissions are inherited from RootSDDL.</source>
        <translation>Die Berechtigungen werden von RootSDDL geerbt.</translation>
    </message>
    <message>
        <source>PowerShell (WSMan: drive)</source>
        <translation>PowerShell (Laufwerk WSMan:)</translation>
    </message>
    <message>
        <source>PowerShell (Windows cmdlets)</source>
        <translation>PowerShell (Windows-Cmdlets)</translation>
    </message>
    <message>
        <source>PowerShell version</source>
        <translation>PowerShell-Version</translation>
    </message>
    <message>
        <source>Primary group: {old} → {new}</source>
        <translation>Primäre Gruppe: {old} → {new}</translation>
    </message>
    <message>
        <source>Quota {name}</source>
        <translation>Kontingent {name}</translation>
    </message>
    <message>
        <source>Raises an alarm on {who}: {rights}</source>
        <translation>Löst für {who} einen Alarm aus: {rights}</translation>
    </message>
    <message>
        <source>Raises an alarm on {who}: {rights}, granted or refused</source>
        <translation>Löst für {who} einen Alarm aus: {rights}, erfolgreich oder fehlgeschlagen</translation>
    </message>
    <message>
        <source>Raises an alarm on {who}: {rights}, when granted</source>
        <translation>Löst für {who} einen Alarm aus: {rights}, bei Erfolg</translation>
    </message>
    <message>
        <source>Raises an alarm on {who}: {rights}, when refused</source>
        <translation>Löst für {who} einen Alarm aus: {rights}, bei Fehler</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>Wird gelesen...</translation>
    </message>
    <message>
        <source>Reapply &quot;{action}&quot; on {host}</source>
        <translation>„{action}“ auf {host} erneut anwenden</translation>
    </message>
    <message>
        <source>Reapply: {action}</source>
        <translation>Erneut anwenden: {action}</translation>
    </message>
    <message>
        <source>Refresh and try again.</source>
        <translation>Aktualisieren Sie, und versuchen Sie es erneut.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n entry from {name}</source>
        <comment>Remove %n entries from {name}</comment>
        <translation>
            <numerusform>%n Eintrag aus {name} entfernen</numerusform>
            <numerusform>%n Einträge aus {name} entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove LocalAccountTokenFilterPolicy</source>
        <translation>LocalAccountTokenFilterPolicy entfernen</translation>
    </message>
    <message>
        <source>Remove LocalAccountTokenFilterPolicy on {host}</source>
        <translation>LocalAccountTokenFilterPolicy auf {host} entfernen</translation>
    </message>
    <message>
        <source>Remove all entries for {who} from {where}</source>
        <translation>Alle Einträge für {who} entfernen: {where}</translation>
    </message>
    <message>
        <source>Remove the Everyone Deny entries</source>
        <translation>Verweigern für „Jeder“ entfernen</translation>
    </message>
    <message>
        <source>Remove the NETWORK Deny entries</source>
        <translation>Verweigern für NETWORK entfernen</translation>
    </message>
    <message>
        <source>Remove the entry for {who} from {name}</source>
        <translation>Eintrag für {who} aus {name} entfernen</translation>
    </message>
    <message>
        <source>Reorder the entries of {name}</source>
        <translation>Einträge von {name} neu ordnen</translation>
    </message>
    <message>
        <source>Resource URI</source>
        <translation>Ressourcen-URI</translation>
    </message>
    <message>
        <source>Responds to WS-Management requests: remote management, winrs, event forwarding.</source>
        <translation>Beantwortet WS-Management-Anforderungen: Remoteverwaltung, winrs, Ereignisweiterleitung.</translation>
    </message>
    <message>
        <source>Responds to requests until it&apos;s stopped or the host restarts.</source>
        <translation>Beantwortet Anforderungen, bis er beendet oder der Host neu gestartet wird.</translation>
    </message>
    <message numerus="yes">
        <source>Restore %n endpoint on {host} to its state at {moment}</source>
        <comment>Restore %n endpoints on {host} to their state at {moment}</comment>
        <translation>
            <numerusform>%n Endpunkt auf {host} in den Zustand vom {moment} zurückversetzen</numerusform>
            <numerusform>%n Endpunkte auf {host} in den Zustand vom {moment} zurückversetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n endpoint to its state at {moment}</source>
        <comment>Restore %n endpoints to their state at {moment}</comment>
        <translation>
            <numerusform>%n Endpunkt in den Zustand vom {moment} zurückversetzen</numerusform>
            <numerusform>%n Endpunkte in den Zustand vom {moment} zurückversetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore {name} on {host} to its state at {moment}</source>
        <translation>{name} auf {host} in den Zustand vom {moment} zurückversetzen</translation>
    </message>
    <message>
        <source>Restore {name} to its state at {moment}</source>
        <translation>{name} in den Zustand vom {moment} zurückversetzen</translation>
    </message>
    <message>
        <source>Revert &quot;{action}&quot; on {host}</source>
        <translation>„{action}“ auf {host} zurücksetzen</translation>
    </message>
    <message>
        <source>Revert: {action}</source>
        <translation>Zurücksetzen: {action}</translation>
    </message>
    <message>
        <source>Revoke rights from {who} on {where}</source>
        <translation>{who} Rechte auf {where} entziehen</translation>
    </message>
    <message>
        <source>Rewrite the Deny entries of {name} for the Windows cmdlets</source>
        <translation>Verweigern-Einträge von {name} für die Windows-Cmdlets umschreiben</translation>
    </message>
    <message>
        <source>RootSDDL controls winrs and the tools built on winrs. Disable-PSRemoting doesn&apos;t change it.</source>
        <translation>RootSDDL steuert winrs und Tools, die auf winrs aufbauen. Disable-PSRemoting ändert es nicht.</translation>
    </message>
    <message>
        <source>RootSDDL denies the network as well: this can&apos;t be undone from here, only on the host.</source>
        <translation>RootSDDL verweigert auch das Netzwerk: Das kann nicht von hier aus rückgängig gemacht werden, nur auf dem Host.</translation>
    </message>
    <message>
        <source>RootSDDL: {said}</source>
        <translation>RootSDDL: {said}</translation>
    </message>
    <message>
        <source>Running, Automatic</source>
        <translation>Wird ausgeführt, Automatisch</translation>
    </message>
    <message>
        <source>Running, Automatic (Delayed Start)</source>
        <translation>Wird ausgeführt, Automatisch (Verzögerter Start)</translation>
    </message>
    <message>
        <source>Running, Disabled</source>
        <translation>Wird ausgeführt, Deaktiviert</translation>
    </message>
    <message>
        <source>Running, Manual</source>
        <translation>Wird ausgeführt, Manuell</translation>
    </message>
    <message>
        <source>Runs workflows; their steps run with the rights of the session.</source>
        <translation>Führt Workflows aus; ihre Schritte werden mit den Rechten der Sitzung ausgeführt.</translation>
    </message>
    <message>
        <source>Sent; couldn&apos;t be verified because the connection ended. Connect again, then open History and select Check again.</source>
        <translation>Gesendet; konnte nicht überprüft werden, da die Verbindung beendet wurde. Verbinden Sie sich erneut, öffnen Sie den Verlauf, und wählen Sie „Erneut prüfen“ aus.</translation>
    </message>
    <message>
        <source>Session type</source>
        <translation>Sitzungstyp</translation>
    </message>
    <message>
        <source>Sessions of all users share one process.</source>
        <translation>Sitzungen aller Benutzer teilen sich einen Prozess.</translation>
    </message>
    <message>
        <source>Sessions run as</source>
        <translation>Sitzungen werden ausgeführt als</translation>
    </message>
    <message>
        <source>Sessions run as a virtual account, which is an administrator of the host.</source>
        <translation>Sitzungen werden mit einem virtuellen Konto ausgeführt, das Administrator des Hosts ist.</translation>
    </message>
    <message>
        <source>Sessions run as {user}, not as the connected user.</source>
        <translation>Sitzungen werden als {user} ausgeführt, nicht als der verbundene Benutzer.</translation>
    </message>
    <message numerus="yes">
        <source>Set %n endpoint to Disabled</source>
        <comment>Set %n endpoints to Disabled</comment>
        <translation>
            <numerusform>%n Endpunkt auf „Deaktiviert“ festlegen</numerusform>
            <numerusform>%n Endpunkte auf „Deaktiviert“ festlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %n endpoint to Disabled on {host}</source>
        <comment>Set %n endpoints to Disabled on {host}</comment>
        <translation>
            <numerusform>%n Endpunkt auf {host} auf „Deaktiviert“ festlegen</numerusform>
            <numerusform>%n Endpunkte auf {host} auf „Deaktiviert“ festlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %n endpoint to Local</source>
        <comment>Set %n endpoints to Local</comment>
        <translation>
            <numerusform>%n Endpunkt auf „Lokal“ festlegen</numerusform>
            <numerusform>%n Endpunkte auf „Lokal“ festlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %n endpoint to Local on {host}</source>
        <comment>Set %n endpoints to Local on {host}</comment>
        <translation>
            <numerusform>%n Endpunkt auf {host} auf „Lokal“ festlegen</numerusform>
            <numerusform>%n Endpunkte auf {host} auf „Lokal“ festlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %n endpoint to Remote</source>
        <comment>Set %n endpoints to Remote</comment>
        <translation>
            <numerusform>%n Endpunkt auf „Remote“ festlegen</numerusform>
            <numerusform>%n Endpunkte auf „Remote“ festlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %n endpoint to Remote on {host}</source>
        <comment>Set %n endpoints to Remote on {host}</comment>
        <translation>
            <numerusform>%n Endpunkt auf {host} auf „Remote“ festlegen</numerusform>
            <numerusform>%n Endpunkte auf {host} auf „Remote“ festlegen</numerusform>
        </translation>
    </message>
    <message>
        <source>Set own permissions for {name}</source>
        <translation>Eigene Berechtigungen für {name} festlegen</translation>
    </message>
    <message>
        <source>Set startup type to Automatic</source>
        <translation>Starttyp auf „Automatisch“ festlegen</translation>
    </message>
    <message>
        <source>Set startup type to Automatic on {host}</source>
        <translation>Starttyp auf {host} auf „Automatisch“ festlegen</translation>
    </message>
    <message>
        <source>Set startup type to Disabled</source>
        <translation>Starttyp auf „Deaktiviert“ festlegen</translation>
    </message>
    <message>
        <source>Set startup type to Disabled on {host}</source>
        <translation>Starttyp auf {host} auf „Deaktiviert“ festlegen</translation>
    </message>
    <message>
        <source>Set startup type to Manual</source>
        <translation>Starttyp auf „Manuell“ festlegen</translation>
    </message>
    <message>
        <source>Set startup type to Manual on {host}</source>
        <translation>Starttyp auf {host} auf „Manuell“ festlegen</translation>
    </message>
    <message>
        <source>Set the owner of {name} to {who}</source>
        <translation>Besitzer von {name} auf {who} festlegen</translation>
    </message>
    <message>
        <source>Set the primary group of {name} to {who}</source>
        <translation>Primäre Gruppe von {name} auf {who} festlegen</translation>
    </message>
    <message>
        <source>Set the service to start automatically</source>
        <translation>Dienst auf automatischen Start festlegen</translation>
    </message>
    <message>
        <source>Set up by a session configuration file with a virtual account, a managed service account or required groups. What users can do is in that file and in role capabilities on the host, which aren&apos;t read here.</source>
        <translation>Eingerichtet durch eine Sitzungskonfigurationsdatei mit einem virtuellen Konto, einem verwalteten Dienstkonto oder erforderlichen Gruppen. Was Benutzer tun können, steht in dieser Datei und in Rollenfunktionen auf dem Host, die hier nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Set {name} to Disabled</source>
        <translation>{name} auf „Deaktiviert“ festlegen</translation>
    </message>
    <message>
        <source>Set {name} to Disabled on {host}</source>
        <translation>{name} auf {host} auf „Deaktiviert“ festlegen</translation>
    </message>
    <message>
        <source>Set {name} to Local</source>
        <translation>{name} auf „Lokal“ festlegen</translation>
    </message>
    <message>
        <source>Set {name} to Local on {host}</source>
        <translation>{name} auf {host} auf „Lokal“ festlegen</translation>
    </message>
    <message>
        <source>Set {name} to Remote</source>
        <translation>{name} auf „Remote“ festlegen</translation>
    </message>
    <message>
        <source>Set {name} to Remote on {host}</source>
        <translation>{name} auf {host} auf „Remote“ festlegen</translation>
    </message>
    <message>
        <source>Sets LocalAccountTokenFilterPolicy to 1. Needed only for local accounts other than the built-in Administrator. Makes stolen passwords more dangerous.</source>
        <translation>Legt LocalAccountTokenFilterPolicy auf 1 fest. Nur für andere lokale Konten als den integrierten Administrator nötig. Macht gestohlene Kennwörter gefährlicher.</translation>
    </message>
    <message>
        <source>Sets a trust label: {who} ({mask})</source>
        <translation>Legt eine Vertrauensbeschriftung fest: {who} ({mask})</translation>
    </message>
    <message>
        <source>Sets the integrity level: {who} ({mask})</source>
        <translation>Legt die Verbindlichkeitsstufe fest: {who} ({mask})</translation>
    </message>
    <message>
        <source>Skipped after an earlier error.</source>
        <translation>Nach einem vorherigen Fehler übersprungen.</translation>
    </message>
    <message>
        <source>Skipped because it&apos;s disabled. It accepts remote sessions when enabled.</source>
        <translation>Übersprungen, da deaktiviert. Nach dem Aktivieren sind Remotesitzungen zulässig.</translation>
    </message>
    <message>
        <source>Skipped because it&apos;s disabled. The descriptor can&apos;t be read: it might accept remote sessions when enabled.</source>
        <translation>Übersprungen, da deaktiviert. Die Sicherheitsbeschreibung kann nicht gelesen werden: Nach dem Aktivieren sind möglicherweise Remotesitzungen zulässig.</translation>
    </message>
    <message>
        <source>Some accounts or groups are denied access.</source>
        <translation>Einigen Konten oder Gruppen wird der Zugriff verweigert.</translation>
    </message>
    <message>
        <source>Something else changed at the same time: {names}.</source>
        <translation>Gleichzeitig wurde noch etwas geändert: {names}.</translation>
    </message>
    <message>
        <source>Standalone server</source>
        <translation>Eigenständiger Server</translation>
    </message>
    <message>
        <source>Standalone workstation</source>
        <translation>Eigenständige Arbeitsstation</translation>
    </message>
    <message>
        <source>Standard user</source>
        <translation>Standardbenutzer</translation>
    </message>
    <message>
        <source>Stop WinRM</source>
        <translation>WinRM beenden</translation>
    </message>
    <message>
        <source>Stop WinRM on {host}</source>
        <translation>WinRM auf {host} beenden</translation>
    </message>
    <message>
        <source>Stopped, Automatic</source>
        <translation>Beendet, Automatisch</translation>
    </message>
    <message>
        <source>Stopped, Automatic (Delayed Start)</source>
        <translation>Beendet, Automatisch (Verzögerter Start)</translation>
    </message>
    <message>
        <source>Stopped, Disabled</source>
        <translation>Beendet, Deaktiviert</translation>
    </message>
    <message>
        <source>Stopped, Manual</source>
        <translation>Beendet, Manuell</translation>
    </message>
    <message>
        <source>The DACL allows it or might, but the SACL has a process trust label, a central access policy or an access filter: only the host can tell.</source>
        <translation>Die DACL erlaubt es oder könnte es erlauben, aber die SACL enthält eine Prozessvertrauensbezeichnung, eine zentrale Zugriffsrichtlinie oder einen Zugriffsfilter: Nur der Host weiß es.</translation>
    </message>
    <message>
        <source>The DACL is empty: no one can connect.</source>
        <translation>Die DACL ist leer: Niemand kann sich verbinden.</translation>
    </message>
    <message>
        <source>The DACL is empty: no one has access.</source>
        <translation>Die DACL ist leer: Niemand hat Zugriff.</translation>
    </message>
    <message>
        <source>The SACL flags change</source>
        <translation>Die SACL-Flags ändern sich</translation>
    </message>
    <message>
        <source>The answers can&apos;t be compared: one is neither yes nor no.</source>
        <translation>Die Antworten können nicht verglichen werden: Eine ist weder Ja noch Nein.</translation>
    </message>
    <message>
        <source>The computed answer is no. Your account might be in a group that isn&apos;t known here, or the host might have changed since it was read. Refresh to compare again.</source>
        <translation>Die berechnete Antwort ist Nein. Ihr Konto ist möglicherweise Mitglied einer hier nicht bekannten Gruppe, oder der Host wurde seit dem Lesen möglicherweise geändert. Aktualisieren Sie, um erneut zu vergleichen.</translation>
    </message>
    <message>
        <source>The computed answer is the same.</source>
        <translation>Die berechnete Antwort ist dieselbe.</translation>
    </message>
    <message>
        <source>The computed answer is yes. A Deny might apply to one of your groups that isn&apos;t known here, the host might have changed since it was read, or something other than the permissions prevents the session.</source>
        <translation>Die berechnete Antwort ist Ja. Möglicherweise gilt ein Verweigern für eine Ihrer Gruppen, die hier nicht bekannt ist, der Host wurde seit dem Lesen geändert, oder etwas anderes als die Berechtigungen verhindert die Sitzung.</translation>
    </message>
    <message>
        <source>The descriptor can&apos;t be read, so it isn&apos;t changed: {error}</source>
        <translation>Die Sicherheitsbeschreibung kann nicht gelesen werden und wird daher nicht geändert: {error}</translation>
    </message>
    <message>
        <source>The descriptor can&apos;t be read, so it isn&apos;t edited: {error}</source>
        <translation>Die Sicherheitsbeschreibung kann nicht gelesen werden und wird daher nicht bearbeitet: {error}</translation>
    </message>
    <message>
        <source>The descriptor can&apos;t be read.</source>
        <translation>Die Sicherheitsbeschreibung kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The descriptor can&apos;t be read: the endpoint might accept remote sessions when enabled.</source>
        <translation>Die Sicherheitsbeschreibung kann nicht gelesen werden: Der Endpunkt lässt nach dem Aktivieren möglicherweise Remotesitzungen zu.</translation>
    </message>
    <message>
        <source>The descriptor can&apos;t be read: {error}</source>
        <translation>Die Sicherheitsbeschreibung kann nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>The descriptor that decides isn&apos;t known.</source>
        <translation>Die entscheidende Sicherheitsbeschreibung ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>The endpoint has %n security descriptor.</source>
        <comment>The endpoint has %n security descriptors that differ.</comment>
        <translation>
            <numerusform>Der Endpunkt hat %n Sicherheitsbeschreibung.</numerusform>
            <numerusform>Der Endpunkt hat %n Sicherheitsbeschreibungen, die voneinander abweichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The endpoint is disabled.</source>
        <translation>Der Endpunkt ist deaktiviert.</translation>
    </message>
    <message>
        <source>The endpoint&apos;s descriptors differ. Gatepost assumes that the most specific one decides; this hasn&apos;t been confirmed on a real host.</source>
        <translation>Die Sicherheitsbeschreibungen des Endpunkts weichen voneinander ab. Gatepost nimmt an, dass die spezifischste entscheidet; das wurde noch auf keinem echten Host bestätigt.</translation>
    </message>
    <message>
        <source>The endpoint&apos;s library, {file}, is missing on the host, so no session can be opened. That version of PowerShell was probably removed; unregister the endpoint on the host.</source>
        <translation>Die Bibliothek {file} des Endpunkts fehlt auf dem Host, daher kann keine Sitzung geöffnet werden. Diese Version von PowerShell wurde vermutlich entfernt; heben Sie die Registrierung des Endpunkts auf dem Host auf.</translation>
    </message>
    <message>
        <source>The endpoint&apos;s structure changed on the host, so it isn&apos;t edited.</source>
        <translation>Die Struktur des Endpunkts hat sich auf dem Host geändert, daher wird er nicht bearbeitet.</translation>
    </message>
    <message>
        <source>The entries aren&apos;t in canonical order, so Windows tools can&apos;t edit them.</source>
        <translation>Die Einträge sind nicht in kanonischer Reihenfolge, daher können Windows-Tools sie nicht bearbeiten.</translation>
    </message>
    <message>
        <source>The entries aren&apos;t in canonical order, so the Windows cmdlets can&apos;t edit them. Use Reorder.</source>
        <translation>Die Einträge sind nicht in kanonischer Reihenfolge, daher können die Windows-Cmdlets sie nicht bearbeiten. Verwenden Sie „Neu ordnen“.</translation>
    </message>
    <message>
        <source>The entries for {name} weren&apos;t edited: they might refer to the same principal, but the host&apos;s domain isn&apos;t known.</source>
        <translation>Die Einträge für {name} wurden nicht bearbeitet: Sie bezeichnen möglicherweise denselben Prinzipal, aber die Domäne des Hosts ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The firewall allows WinRM connections on the networks in these rules.</source>
        <translation>Die Firewall lässt WinRM-Verbindungen in den Netzwerken dieser Regeln zu.</translation>
    </message>
    <message>
        <source>The host accepted the change but still shows the old state.</source>
        <translation>Der Host hat die Änderung angenommen, zeigt aber noch den alten Zustand.</translation>
    </message>
    <message>
        <source>The host accepted the change.</source>
        <translation>Der Host hat die Änderung angenommen.</translation>
    </message>
    <message>
        <source>The host accepted this and ended the connection, so Gatepost can&apos;t see whether it&apos;s done. When the host can be reached again, connect, open History, and select Check again.</source>
        <translation>Der Host hat dies angenommen und die Verbindung beendet, daher kann Gatepost nicht sehen, ob es ausgeführt wurde. Verbinden Sie sich, sobald der Host wieder erreichbar ist, öffnen Sie den Verlauf, und wählen Sie „Erneut prüfen“ aus.</translation>
    </message>
    <message>
        <source>The host accepted {accepted}, not {pending}.</source>
        <translation>Der Host hat {accepted} angenommen, nicht aber {pending}.</translation>
    </message>
    <message>
        <source>The host applied the change to {name} instead. Check the permissions of both endpoints.</source>
        <translation>Der Host hat die Änderung stattdessen auf {name} angewendet. Prüfen Sie die Berechtigungen beider Endpunkte.</translation>
    </message>
    <message>
        <source>The host couldn&apos;t be reached.</source>
        <translation>Der Host konnte nicht erreicht werden.</translation>
    </message>
    <message>
        <source>The host shows a different state.</source>
        <translation>Der Host zeigt einen anderen Zustand.</translation>
    </message>
    <message>
        <source>The host still shows the old state.</source>
        <translation>Der Host zeigt noch den alten Zustand.</translation>
    </message>
    <message>
        <source>The host still shows the previous state, but the change might still be in progress. Check again in two minutes.</source>
        <translation>Der Host zeigt noch den vorherigen Zustand, die Änderung läuft aber möglicherweise noch. Prüfen Sie in zwei Minuten erneut.</translation>
    </message>
    <message>
        <source>The host stops listening on this listener&apos;s address and port. Sessions that use it end.</source>
        <translation>Der Host lauscht nicht mehr an Adresse und Port dieses Listeners. Sitzungen, die ihn verwenden, enden.</translation>
    </message>
    <message>
        <source>The host stops responding to all WS-Management requests, including winrs and event forwarding. All connections end, including this one. To start the service again, use the host&apos;s console or another tool.</source>
        <translation>Der Host beantwortet keine WS-Management-Anforderungen mehr, auch nicht von winrs und der Ereignisweiterleitung. Alle Verbindungen enden, auch diese. Um den Dienst wieder zu starten, verwenden Sie die Konsole des Hosts oder ein anderes Tool.</translation>
    </message>
    <message>
        <source>The host&apos;s response was lost, so it isn&apos;t known whether the change was applied.</source>
        <translation>Die Antwort des Hosts ging verloren, daher ist nicht bekannt, ob die Änderung angewendet wurde.</translation>
    </message>
    <message>
        <source>The logon failed.</source>
        <translation>Die Anmeldung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The mandatory label denies accounts with a lower integrity level. Only administrators have a high one.</source>
        <translation>Die verbindliche Beschriftung verweigert Konten mit einer niedrigeren Verbindlichkeitsstufe den Zugriff. Nur Administratoren haben eine hohe.</translation>
    </message>
    <message>
        <source>The name contains characters that are invisible or change the text direction.</source>
        <translation>Der Name enthält Zeichen, die unsichtbar sind oder die Textrichtung ändern.</translation>
    </message>
    <message>
        <source>The order of the auditing entries changes</source>
        <translation>Die Reihenfolge der Überwachungseinträge ändert sich</translation>
    </message>
    <message>
        <source>The permissions are too complex to evaluate completely.</source>
        <translation>Die Berechtigungen sind für eine vollständige Auswertung zu komplex.</translation>
    </message>
    <message>
        <source>The service doesn&apos;t accept requests from the network.</source>
        <translation>Der Dienst nimmt keine Anforderungen aus dem Netzwerk an.</translation>
    </message>
    <message>
        <source>The service is no longer running.</source>
        <translation>Der Dienst wird nicht mehr ausgeführt.</translation>
    </message>
    <message>
        <source>The service keeps running now but won&apos;t start again after it stops or the host restarts.</source>
        <translation>Der Dienst wird jetzt weiter ausgeführt, aber nicht mehr gestartet, nachdem er beendet oder der Host neu gestartet wurde.</translation>
    </message>
    <message>
        <source>The service keeps running now. After the host restarts, it must be started manually.</source>
        <translation>Der Dienst wird jetzt weiter ausgeführt. Nach einem Neustart des Hosts muss er manuell gestartet werden.</translation>
    </message>
    <message>
        <source>The service starts with the host. A delayed start becomes a regular one.</source>
        <translation>Der Dienst startet mit dem Host. Ein verzögerter Start wird zu einem normalen.</translation>
    </message>
    <message>
        <source>The session type doesn&apos;t restrict PowerShell. Commands run with the session&apos;s rights.</source>
        <translation>Der Sitzungstyp schränkt PowerShell nicht ein. Befehle werden mit den Rechten der Sitzung ausgeführt.</translation>
    </message>
    <message>
        <source>There are conditional entries: what they grant depends on the user and the connection.</source>
        <translation>Es gibt bedingte Einträge: Was sie gewähren, hängt vom Benutzer und von der Verbindung ab.</translation>
    </message>
    <message>
        <source>There are no predefined WinRM rules. Other rules might allow connections.</source>
        <translation>Es gibt keine vordefinierten WinRM-Regeln. Andere Regeln lassen möglicherweise Verbindungen zu.</translation>
    </message>
    <message>
        <source>There is no DACL (null DACL): anyone can connect.</source>
        <translation>Es gibt keine DACL (NULL-DACL): Jeder kann sich verbinden.</translation>
    </message>
    <message>
        <source>There is no DACL (null DACL): the SACL alone decides.</source>
        <translation>Es gibt keine DACL (NULL-DACL): Allein die SACL entscheidet.</translation>
    </message>
    <message>
        <source>There is no DACL, so anyone has access.</source>
        <translation>Es gibt keine DACL, daher hat jeder Zugriff.</translation>
    </message>
    <message>
        <source>There is no DACL: anyone has full access.</source>
        <translation>Es gibt keine DACL: Jeder hat Vollzugriff.</translation>
    </message>
    <message>
        <source>There is no owner: WinRM doesn&apos;t accept such a descriptor.</source>
        <translation>Es gibt keinen Besitzer: WinRM nimmt eine solche Sicherheitsbeschreibung nicht an.</translation>
    </message>
    <message>
        <source>There is no primary group: WinRM doesn&apos;t accept such a descriptor.</source>
        <translation>Es gibt keine primäre Gruppe: WinRM nimmt eine solche Sicherheitsbeschreibung nicht an.</translation>
    </message>
    <message>
        <source>These rules no longer allow WinRM connections. Other rules might still allow them.</source>
        <translation>Diese Regeln lassen keine WinRM-Verbindungen mehr zu. Andere Regeln lassen sie möglicherweise weiterhin zu.</translation>
    </message>
    <message>
        <source>They might accept remote sessions as soon as they&apos;re enabled.</source>
        <translation>Sie lassen möglicherweise Remotesitzungen zu, sobald sie aktiviert werden.</translation>
    </message>
    <message>
        <source>This ends your connection and can&apos;t be undone from here. To undo it, use the host&apos;s console or another way to reach it, such as Remote Desktop.</source>
        <translation>Das beendet Ihre Verbindung und kann nicht von hier aus rückgängig gemacht werden. Verwenden Sie dazu die Konsole des Hosts oder einen anderen Zugang, z. B. Remotedesktop.</translation>
    </message>
    <message>
        <source>This ends your connection, because the connection uses one of these settings.</source>
        <translation>Das beendet Ihre Verbindung, da diese eine der Einstellungen verwendet.</translation>
    </message>
    <message>
        <source>This includes you ({account}).</source>
        <translation>Das gilt auch für Sie ({account}).</translation>
    </message>
    <message>
        <source>This result couldn&apos;t be saved in History.</source>
        <translation>Dieses Ergebnis konnte nicht im Verlauf gespeichert werden.</translation>
    </message>
    <message>
        <source>Too complex to evaluate completely, so there may be others. Over the network: {network}. Locally: {local}.</source>
        <translation>Für eine vollständige Auswertung zu komplex, es gibt also möglicherweise weitere. Über das Netzwerk: {network}. Lokal: {local}.</translation>
    </message>
    <message>
        <source>Turn off remote UAC filtering</source>
        <translation>Remote-UAC-Filterung deaktivieren</translation>
    </message>
    <message>
        <source>Turn off remote UAC filtering on {host}</source>
        <translation>Remote-UAC-Filterung auf {host} deaktivieren</translation>
    </message>
    <message>
        <source>Turn on remote UAC filtering</source>
        <translation>Remote-UAC-Filterung aktivieren</translation>
    </message>
    <message>
        <source>Turn on remote UAC filtering on {host}</source>
        <translation>Remote-UAC-Filterung auf {host} aktivieren</translation>
    </message>
    <message>
        <source>Unexpected error in Gatepost; see the log. Refresh to check the state of the host.</source>
        <translation>Unerwarteter Fehler in Gatepost; siehe Protokoll. Aktualisieren Sie den Host, um seinen Zustand zu prüfen.</translation>
    </message>
    <message>
        <source>Unless another entry or a condition keeps them out: over the network, {network}; locally, {local}.</source>
        <translation>Sofern kein anderer Eintrag und keine Bedingung sie ausschließt: über das Netzwerk {network}; lokal {local}.</translation>
    </message>
    <message>
        <source>Users can request a timeout of up to {minutes} min.</source>
        <translation>Benutzer können ein Timeout von bis zu {minutes} Min. anfordern.</translation>
    </message>
    <message>
        <source>Users can request any timeout.</source>
        <translation>Benutzer können ein beliebiges Timeout anfordern.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Where an endpoint denies Everyone, all entries for Everyone are removed, as Enable-PSRemoting does.</source>
        <translation>Wenn ein Endpunkt „Jeder“ den Zugriff verweigert, werden wie bei Enable-PSRemoting alle Einträge für „Jeder“ entfernt.</translation>
    </message>
    <message>
        <source>Who has access isn&apos;t known: a descriptor can&apos;t be read.</source>
        <translation>Wer Zugriff hat, ist nicht bekannt: Eine Sicherheitsbeschreibung kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Who has access isn&apos;t known: the permissions are too complex to evaluate completely.</source>
        <translation>Wer Zugriff hat, ist nicht bekannt: Die Berechtigungen sind für eine vollständige Auswertung zu komplex.</translation>
    </message>
    <message>
        <source>WinRM service</source>
        <translation>WinRM-Dienst</translation>
    </message>
    <message>
        <source>WinRM service state</source>
        <translation>Zustand des WinRM-Diensts</translation>
    </message>
    <message>
        <source>WinRM startup type</source>
        <translation>Starttyp von WinRM</translation>
    </message>
    <message>
        <source>You ({account}) keep access (based on known group memberships).</source>
        <translation>Sie ({account}) behalten den Zugriff (auf Grundlage bekannter Gruppenmitgliedschaften).</translation>
    </message>
    <message>
        <source>You ({account}) lose access to {names} (based on known group memberships).</source>
        <translation>Sie ({account}) verlieren den Zugriff auf {names} (auf Grundlage bekannter Gruppenmitgliedschaften).</translation>
    </message>
    <message>
        <source>You can still manage permissions from here.</source>
        <translation>Sie können Berechtigungen weiterhin von hier aus verwalten.</translation>
    </message>
    <message>
        <source>Your own access ({account}) isn&apos;t changed.</source>
        <translation>Ihr eigener Zugriff ({account}) ändert sich nicht.</translation>
    </message>
    <message>
        <source>a condition that is too long to be put into words is met</source>
        <translation>eine Bedingung erfüllt ist, die für eine Beschreibung zu lang ist</translation>
    </message>
    <message>
        <source>a virtual account in {groups}</source>
        <translation>ein virtuelles Konto in {groups}</translation>
    </message>
    <message>
        <source>a virtual account, no groups specified</source>
        <translation>ein virtuelles Konto ohne angegebene Gruppen</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>all networks</source>
        <translation>alle Netzwerke</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>bytes {hex}</source>
        <translation>Bytes {hex}</translation>
    </message>
    <message>
        <source>couldn&apos;t be read: {error}</source>
        <translation>konnte nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>disabled by policy</source>
        <translation>durch Richtlinie deaktiviert</translation>
    </message>
    <message>
        <source>disabled for {where}</source>
        <translation>deaktiviert für {where}</translation>
    </message>
    <message>
        <source>domain and private networks</source>
        <translation>Domänen- und private Netzwerke</translation>
    </message>
    <message>
        <source>domain and public networks</source>
        <translation>Domänen- und öffentliche Netzwerke</translation>
    </message>
    <message>
        <source>domain networks</source>
        <translation>Domänennetzwerke</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>enabled for {where}</source>
        <translation>aktiviert für {where}</translation>
    </message>
    <message>
        <source>filtering is off</source>
        <translation>Filterung inaktiv</translation>
    </message>
    <message>
        <source>filtering is on</source>
        <translation>Filterung aktiv</translation>
    </message>
    <message>
        <source>no flags</source>
        <translation>keine Flags</translation>
    </message>
    <message>
        <source>no networks</source>
        <translation>keine Netzwerke</translation>
    </message>
    <message>
        <source>no one</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none (anyone)</source>
        <translation>keine (jeder)</translation>
    </message>
    <message>
        <source>not</source>
        <translation>nicht</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not set: remote UAC filtering is on</source>
        <translation>nicht festgelegt: Remote-UAC-Filterung ist aktiviert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>now Disabled</source>
        <translation>jetzt „Deaktiviert“</translation>
    </message>
    <message>
        <source>now Manual</source>
        <translation>jetzt „Manuell“</translation>
    </message>
    <message>
        <source>on port {port}</source>
        <translation>an Port {port}</translation>
    </message>
    <message>
        <source>on {some} of {count} endpoints</source>
        <translation>auf {some} von {count} Endpunkten</translation>
    </message>
    <message>
        <source>only if {condition}</source>
        <translation>nur wenn {condition}</translation>
    </message>
    <message>
        <source>only members of {groups}</source>
        <translation>nur Mitglieder von {groups}</translation>
    </message>
    <message>
        <source>only members of {groups}, and of {others}</source>
        <translation>nur Mitglieder von {groups} und von {others}</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>port {port}</source>
        <translation>Port {port}</translation>
    </message>
    <message>
        <source>port {port}, disabled</source>
        <translation>Port {port}, deaktiviert</translation>
    </message>
    <message>
        <source>port {port}, enabled</source>
        <translation>Port {port}, aktiviert</translation>
    </message>
    <message>
        <source>private and public networks</source>
        <translation>private und öffentliche Netzwerke</translation>
    </message>
    <message>
        <source>private networks</source>
        <translation>private Netzwerke</translation>
    </message>
    <message>
        <source>public networks</source>
        <translation>öffentliche Netzwerke</translation>
    </message>
    <message>
        <source>running</source>
        <translation>wird ausgeführt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>the connected user</source>
        <translation>der verbundene Benutzer</translation>
    </message>
    <message>
        <source>the device is in all of {left}</source>
        <translation>das Gerät ist Mitglied aller Gruppen: {left}</translation>
    </message>
    <message>
        <source>the device is in any of {left}</source>
        <translation>das Gerät ist Mitglied mindestens einer Gruppe: {left}</translation>
    </message>
    <message>
        <source>the device isn&apos;t in all of {left}</source>
        <translation>das Gerät ist nicht Mitglied aller Gruppen: {left}</translation>
    </message>
    <message>
        <source>the device isn&apos;t in any of {left}</source>
        <translation>das Gerät ist Mitglied keiner Gruppe: {left}</translation>
    </message>
    <message>
        <source>the device&apos;s {name}</source>
        <translation>{name} des Geräts</translation>
    </message>
    <message>
        <source>the endpoint&apos;s {name}</source>
        <translation>{name} des Endpunkts</translation>
    </message>
    <message>
        <source>the setting {name}</source>
        <translation>die Einstellung {name}</translation>
    </message>
    <message>
        <source>the user is in all of {left}</source>
        <translation>der Benutzer ist Mitglied aller Gruppen: {left}</translation>
    </message>
    <message>
        <source>the user is in any of {left}</source>
        <translation>der Benutzer ist Mitglied mindestens einer Gruppe: {left}</translation>
    </message>
    <message>
        <source>the user isn&apos;t in all of {left}</source>
        <translation>der Benutzer ist nicht Mitglied aller Gruppen: {left}</translation>
    </message>
    <message>
        <source>the user isn&apos;t in any of {left}</source>
        <translation>der Benutzer ist Mitglied keiner Gruppe: {left}</translation>
    </message>
    <message>
        <source>the user&apos;s {name}</source>
        <translation>{name} des Benutzers</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>winrs</source>
        <translation>winrs</translation>
    </message>
    <message>
        <source>winrs (RootSDDL)</source>
        <translation>winrs (RootSDDL)</translation>
    </message>
    <message>
        <source>{accounts}: from another computer or domain. These SIDs might not exist on {host}.</source>
        <translation>{accounts}: von einem anderen Computer oder einer anderen Domäne. Diese SIDs sind auf {host} möglicherweise nicht vorhanden.</translation>
    </message>
    <message>
        <source>{account} (conditional)</source>
        <translation>{account} (bedingt)</translation>
    </message>
    <message>
        <source>{attribute} is set</source>
        <translation>{attribute} ist festgelegt</translation>
    </message>
    <message>
        <source>{count} disabled</source>
        <translation>{count} deaktiviert</translation>
    </message>
    <message>
        <source>{count} not applied</source>
        <translation>{count} nicht angewendet</translation>
    </message>
    <message>
        <source>{count} not known</source>
        <translation>{count} nicht bekannt</translation>
    </message>
    <message>
        <source>{count} not started</source>
        <translation>{count} nicht gestartet</translation>
    </message>
    <message>
        <source>{count} partly applied</source>
        <translation>{count} teilweise angewendet</translation>
    </message>
    <message>
        <source>{count}: {names}</source>
        <translation>{count}: {names}</translation>
    </message>
    <message>
        <source>{disabled} of {count} disabled</source>
        <translation>{disabled} von {count} deaktiviert</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} von {total} erledigt</translation>
    </message>
    <message>
        <source>{entry} (inherited).</source>
        <translation>{entry} (geerbt).</translation>
    </message>
    <message>
        <source>{entry}, if {condition}</source>
        <translation>{entry}, wenn {condition}</translation>
    </message>
    <message>
        <source>{entry}.</source>
        <translation>{entry}.</translation>
    </message>
    <message>
        <source>{entry}; it doesn&apos;t apply to this endpoint itself</source>
        <translation>{entry}; gilt nicht für diesen Endpunkt selbst</translation>
    </message>
    <message>
        <source>{left} contains all of {right}</source>
        <translation>{left} enthält alle Werte: {right}</translation>
    </message>
    <message>
        <source>{left} contains any of {right}</source>
        <translation>{left} enthält mindestens einen Wert: {right}</translation>
    </message>
    <message>
        <source>{left} contains none of {right}</source>
        <translation>{left} enthält keinen Wert: {right}</translation>
    </message>
    <message>
        <source>{left} doesn&apos;t contain all of {right}</source>
        <translation>{left} enthält nicht alle Werte: {right}</translation>
    </message>
    <message>
        <source>{left} doesn&apos;t exist</source>
        <translation>{left} ist nicht vorhanden</translation>
    </message>
    <message>
        <source>{left} exists</source>
        <translation>{left} ist vorhanden</translation>
    </message>
    <message>
        <source>{left} is at least {right}</source>
        <translation>{left} ist mindestens {right}</translation>
    </message>
    <message>
        <source>{left} is at most {right}</source>
        <translation>{left} ist höchstens {right}</translation>
    </message>
    <message>
        <source>{left} is less than {right}</source>
        <translation>{left} ist kleiner als {right}</translation>
    </message>
    <message>
        <source>{left} is more than {right}</source>
        <translation>{left} ist größer als {right}</translation>
    </message>
    <message>
        <source>{left} is {right}</source>
        <translation>{left} ist {right}</translation>
    </message>
    <message>
        <source>{left} isn&apos;t {right}</source>
        <translation>{left} ist nicht {right}</translation>
    </message>
    <message>
        <source>{names}: can&apos;t be evaluated completely from here. Access might change.</source>
        <translation>{names}: von hier aus nicht vollständig auswertbar. Möglicherweise ändert sich der Zugriff.</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name}, the endpoint that clients use by default, is missing: Enter-PSSession and Invoke-Command fail unless they name another endpoint. To register it, run Enable-PSRemoting on the host in Windows PowerShell; Gatepost can&apos;t.</source>
        <translation>{name}, der von Clients standardmäßig verwendete Endpunkt, fehlt: Enter-PSSession und Invoke-Command schlagen fehl, sofern sie keinen anderen Endpunkt nennen. Um ihn zu registrieren, führen Sie auf dem Host Enable-PSRemoting in Windows PowerShell aus; Gatepost kann das nicht.</translation>
    </message>
    <message>
        <source>{value}: remote UAC filtering is on</source>
        <translation>{value}: Remote-UAC-Filterung ist aktiviert</translation>
    </message>
    <message>
        <source>{way}, unless one of its groups is denied</source>
        <translation>{way}, sofern keiner seiner Gruppen der Zugriff verweigert wird</translation>
    </message>
    <message>
        <source>{way}: no, unless one of its groups is allowed</source>
        <translation>{way}: Nein, sofern keine seiner Gruppen zugelassen ist</translation>
    </message>
    <message>
        <source>{way}: not known</source>
        <translation>{way}: nicht bekannt</translation>
    </message>
    <message>
        <source>{who} (if also a member of {groups})</source>
        <translation>{who} (falls auch Mitglied von {groups})</translation>
    </message>
    <message>
        <source>{who} can open sessions.</source>
        <translation>{who} kann Sitzungen öffnen.</translation>
    </message>
    <message>
        <source>{who} will gain access to {names} locally.</source>
        <translation>Lokal Zugriff auf {names} erhalten: {who}.</translation>
    </message>
    <message>
        <source>{who} will gain access to {names} over the network.</source>
        <translation>Über das Netzwerk Zugriff auf {names} erhalten: {who}.</translation>
    </message>
    <message>
        <source>{who} will gain access to {names}.</source>
        <translation>Zugriff auf {names} erhalten: {who}.</translation>
    </message>
    <message>
        <source>{who} will lose access to {names}.</source>
        <translation>Den Zugriff auf {names} verlieren: {who}.</translation>
    </message>
</context>
<context>
    <name>EffectiveAccessTab</name>
    <message>
        <source>Effective access</source>
        <translation>Effektiver Zugriff</translation>
    </message>
    <message>
        <source>Entries; the one that decides is selected</source>
        <translation>Einträge; der entscheidende ist ausgewählt</translation>
    </message>
    <message>
        <source>Evaluating...</source>
        <translation>Wird ausgewertet...</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>EnableDialog</name>
    <message>
        <source>Reading host settings. You can confirm when that&apos;s done.</source>
        <translation>Hosteinstellungen werden gelesen. Danach können Sie bestätigen.</translation>
    </message>
</context>
<context>
    <name>EndpointFilterEdit</name>
    <message>
        <source>Name, principal, SID, or a word such as deny</source>
        <translation>Name, Prinzipal, SID oder ein Wort wie „verweigern“</translation>
    </message>
</context>
<context>
    <name>EndpointPanel</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Clear the filter to see all.</source>
        <translation>Löschen Sie den Filter, um alle zu sehen.</translation>
    </message>
    <message>
        <source>Copy &amp;SDDL</source>
        <translation>&amp;SDDL kopieren</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>No PowerShell endpoint of this host can be read.</source>
        <translation>Kein PowerShell-Endpunkt dieses Hosts kann gelesen werden.</translation>
    </message>
    <message>
        <source>No endpoint matches the filter.</source>
        <translation>Kein Endpunkt entspricht dem Filter.</translation>
    </message>
    <message>
        <source>The plug-ins listed below might be PowerShell endpoints. They aren&apos;t changed.</source>
        <translation>Die unten aufgeführten Plug-Ins sind möglicherweise PowerShell-Endpunkte. Sie werden nicht geändert.</translation>
    </message>
    <message>
        <source>This host has no PowerShell endpoints.</source>
        <translation>Dieser Host hat keine PowerShell-Endpunkte.</translation>
    </message>
    <message>
        <source>{name}: {mode}</source>
        <translation>{name}: {mode}</translation>
    </message>
</context>
<context>
    <name>EndpointTableModel</name>
    <message>
        <source>Inherited from RootSDDL</source>
        <translation>Von RootSDDL geerbt</translation>
    </message>
    <message>
        <source>Pending changes</source>
        <translation>Ausstehende Änderungen</translation>
    </message>
    <message>
        <source>Pending changes; also changed on the host</source>
        <translation>Ausstehende Änderungen; auch auf dem Host geändert</translation>
    </message>
    <message>
        <source>Virtual account</source>
        <translation>Virtuelles Konto</translation>
    </message>
    <message>
        <source>Windows PowerShell</source>
        <translation>Windows PowerShell</translation>
    </message>
    <message>
        <source>{version} (32-bit)</source>
        <translation>{version} (32 Bit)</translation>
    </message>
</context>
<context>
    <name>EndpointsPage</name>
    <message>
        <source>Effective access</source>
        <translation>Effektiver Zugriff</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Select an endpoint to see its permissions.</source>
        <translation>Wählen Sie einen Endpunkt aus, um seine Berechtigungen zu sehen.</translation>
    </message>
</context>
<context>
    <name>EntriesTab</name>
    <message>
        <source>A descriptor can&apos;t be read. Replace it on the SDDL tab.</source>
        <translation>Eine Sicherheitsbeschreibung kann nicht gelesen werden. Ersetzen Sie sie auf der Registerkarte „SDDL“.</translation>
    </message>
    <message>
        <source>Add...</source>
        <translation>Hinzufügen...</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>Bearbeiten...</translation>
    </message>
    <message>
        <source>Inherit from RootSDDL</source>
        <translation>Von RootSDDL erben</translation>
    </message>
    <message>
        <source>Nothing is audited.</source>
        <translation>Es wird nichts überwacht.</translation>
    </message>
    <message>
        <source>Permissions are inherited from RootSDDL, which isn&apos;t edited here.</source>
        <translation>Die Berechtigungen werden von RootSDDL geerbt, das hier nicht bearbeitet wird.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Reorder...</source>
        <translation>Neu ordnen...</translation>
    </message>
    <message>
        <source>Set own permissions</source>
        <translation>Eigene Berechtigungen festlegen</translation>
    </message>
    <message>
        <source>The DACL is empty: no one has access.</source>
        <translation>Die DACL ist leer: Niemand hat Zugriff.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>&amp;Allow</source>
        <translation>Zu&amp;lassen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Deny</source>
        <translation>&amp;Verweigern</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>&amp;Principal</source>
        <translation>&amp;Prinzipal</translation>
    </message>
    <message>
        <source>Add e&amp;ntry</source>
        <translation>Ei&amp;ntrag hinzufügen</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Another entry already covers this. Adding this one changes nothing.</source>
        <translation>Ein anderer Eintrag deckt dies bereits ab. Dieser ändert nichts.</translation>
    </message>
    <message>
        <source>App&amp;lies to</source>
        <translation>An&amp;wenden auf</translation>
    </message>
    <message>
        <source>C&amp;ondition</source>
        <translation>Be&amp;dingung</translation>
    </message>
    <message>
        <source>Complete the condition.</source>
        <translation>Vervollständigen Sie die Bedingung.</translation>
    </message>
    <message>
        <source>Edit entry</source>
        <translation>Eintrag bearbeiten</translation>
    </message>
    <message>
        <source>Enter a user or group.</source>
        <translation>Geben Sie einen Benutzer oder eine Gruppe ein.</translation>
    </message>
    <message>
        <source>Inheritance</source>
        <translation>Vererbung</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokollieren</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Prinzipal</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Select at least one right.</source>
        <translation>Wählen Sie mindestens ein Recht aus.</translation>
    </message>
    <message>
        <source>Select when to log.</source>
        <translation>Wählen Sie aus, wann protokolliert wird.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>When &amp;granted (success)</source>
        <translation>Bei &amp;Erfolg</translation>
    </message>
    <message>
        <source>When ref&amp;used (failure)</source>
        <translation>Bei &amp;Fehler</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Explain SDDL</source>
        <translation>SDDL erläutern</translation>
    </message>
    <message>
        <source>Paste or type a security descriptor. It is explained as you type.</source>
        <translation>Fügen Sie eine Sicherheitsbeschreibung ein, oder geben Sie sie ein. Sie wird bei der Eingabe erläutert.</translation>
    </message>
    <message>
        <source>SDDL</source>
        <translation>SDDL</translation>
    </message>
</context>
<context>
    <name>FactsPage</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Entries of RootSDDL</source>
        <translation>Einträge von RootSDDL</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>Listener</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>Listener</translation>
    </message>
    <message>
        <source>No listeners. The host responds to local requests only.</source>
        <translation>Keine Listener. Der Host beantwortet nur lokale Anforderungen.</translation>
    </message>
    <message>
        <source>No readable entries.</source>
        <translation>Keine lesbaren Einträge.</translation>
    </message>
    <message>
        <source>Open a host to see its details.</source>
        <translation>Öffnen Sie einen Host, um seine Details zu sehen.</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation>PowerShell</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>Wird gelesen...</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Who can administer WinRM and use winrs (RootSDDL)</source>
        <translation>Wer WinRM verwalten und winrs verwenden kann (RootSDDL)</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>keine gefunden</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, Version {version}</translation>
    </message>
    <message>
        <source>{state}, set by policy</source>
        <translation>{state}, durch Richtlinie festgelegt</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation>Auswählen: {name}</translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>&quot;{who}&quot; isn&apos;t known on the hosts searched. Try a SID.</source>
        <translation>„{who}“ ist auf den durchsuchten Hosts nicht bekannt. Versuchen Sie es mit einer SID.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Go to endpoint</source>
        <translation>&amp;Zum Endpunkt</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>DOMAIN\user, a group, or a SID</source>
        <translation>DOMÄNE\Benutzer, eine Gruppe oder eine SID</translation>
    </message>
    <message>
        <source>Deny entries</source>
        <translation>Verweigern-Einträge</translation>
    </message>
    <message>
        <source>Endpoints that a principal can open sessions on</source>
        <translation>Endpunkte, auf denen ein Prinzipal Sitzungen öffnen kann</translation>
    </message>
    <message>
        <source>Enter a user or group.</source>
        <translation>Geben Sie einen Benutzer oder eine Gruppe ein.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Find in all hosts</source>
        <translation>In allen Hosts suchen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Go to endpoint</source>
        <translation>Zum Endpunkt</translation>
    </message>
    <message>
        <source>No results.</source>
        <translation>Keine Ergebnisse.</translation>
    </message>
    <message>
        <source>Not searched (not connected): {hosts}.</source>
        <translation>Nicht durchsucht (nicht verbunden): {hosts}.</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Prinzipal</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Showing the first {hits}.</source>
        <translation>Die ersten {hits} werden angezeigt.</translation>
    </message>
    <message>
        <source>Unexpected error in Gatepost: the search couldn&apos;t be completed.</source>
        <translation>Unerwarteter Fehler in Gatepost: Die Suche konnte nicht abgeschlossen werden.</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>Was gesucht wird</translation>
    </message>
</context>
<context>
    <name>FindingsTab</name>
    <message>
        <source>&amp;Fix for Windows cmdlets</source>
        <translation>&amp;Für Windows-Cmdlets korrigieren</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>List each right separately in these Deny entries. The effect is the same, but the Windows cmdlets no longer mistake them for the NETWORK Deny.</source>
        <translation>Führt jedes Recht in diesen Verweigern-Einträgen einzeln auf. Die Wirkung ist gleich, aber die Windows-Cmdlets verwechseln sie nicht mehr mit dem für NETWORK.</translation>
    </message>
    <message>
        <source>No findings.</source>
        <translation>Keine Befunde.</translation>
    </message>
    <message>
        <source>Reorder...</source>
        <translation>Neu ordnen...</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>FoldedDetails</name>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Co&amp;py details</source>
        <translation>Details &amp;kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>GrantDialog</name>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>&amp;Principal</source>
        <translation>&amp;Prinzipal</translation>
    </message>
    <message>
        <source>Add to pend&amp;ing changes</source>
        <translation>Zu ausstehenden Änderungen h&amp;inzufügen</translation>
    </message>
    <message>
        <source>Endpoin&amp;ts</source>
        <translation>Endpunk&amp;te</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Enter a user or group.</source>
        <translation>Geben Sie einen Benutzer oder eine Gruppe ein.</translation>
    </message>
    <message>
        <source>Grant, deny or revoke</source>
        <translation>Gewähren, verweigern oder entziehen</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Prinzipal</translation>
    </message>
    <message>
        <source>Select at least one endpoint.</source>
        <translation>Wählen Sie mindestens einen Endpunkt aus.</translation>
    </message>
    <message>
        <source>Select at least one right.</source>
        <translation>Wählen Sie mindestens ein Recht aus.</translation>
    </message>
</context>
<context>
    <name>GroupListModel</name>
    <message>
        <source>{name} (deny only)</source>
        <translation>{name} (nur für Verweigern)</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Anleitung</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>HistoryController</name>
    <message>
        <source>&amp;Open History...</source>
        <translation>&amp;Verlauf öffnen...</translation>
    </message>
    <message>
        <source>History is no longer damaged.</source>
        <translation>Der Verlauf ist nicht mehr beschädigt.</translation>
    </message>
    <message>
        <source>The damaged history was moved to {path}. A new one starts with the next change.</source>
        <translation>Der beschädigte Verlauf wurde nach {path} verschoben. Mit der nächsten Änderung beginnt ein neuer.</translation>
    </message>
    <message>
        <source>There is no change to revert.</source>
        <translation>Es gibt keine Änderung zum Zurücksetzen.</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>&amp;Mark as checked...</source>
        <translation>Als geprüft &amp;markieren...</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>Details der Änderung</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>Filter History</source>
        <translation>Verlauf filtern</translation>
    </message>
    <message>
        <source>Filter: host, endpoint, action, account, reason, SDDL</source>
        <translation>Filter: Host, Endpunkt, Aktion, Konto, Grund, SDDL</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Loading history...</source>
        <translation>Verlauf wird geladen...</translation>
    </message>
    <message>
        <source>No changes match the filter.</source>
        <translation>Keine Änderungen entsprechen dem Filter.</translation>
    </message>
    <message>
        <source>No changes yet.</source>
        <translation>Noch keine Änderungen.</translation>
    </message>
    <message>
        <source>Rever&amp;t...</source>
        <translation>&amp;Zurücksetzen...</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportieren...</translation>
    </message>
    <message>
        <source>&amp;Move the damaged history and start a new one</source>
        <translation>Beschädigten Verlauf &amp;verschieben und neuen beginnen</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Export History</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>HostCheckDialog</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Host check</source>
        <translation>Hostprüfung</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <source>Structure of the host&apos;s responses</source>
        <translation>Struktur der Antworten des Hosts</translation>
    </message>
    <message>
        <source>Windows {version}, checked with Gatepost {gatepost}: {file}</source>
        <translation>Windows {version}, geprüft mit Gatepost {gatepost}: {file}</translation>
    </message>
    <message>
        <source>{confirmed} confirmed, {contradicted} contradicted, {open} not answered</source>
        <translation>{confirmed} bestätigt, {contradicted} widerlegt, {open} nicht beantwortet</translation>
    </message>
</context>
<context>
    <name>HostDelegate</name>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>HostDetails</name>
    <message>
        <source>Acce&amp;ss gained</source>
        <translation>&amp;Erhaltener Zugriff</translation>
    </message>
</context>
<context>
    <name>HostFields</name>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>Forget this host</source>
        <translation>Diesen Host entfernen</translation>
    </message>
    <message>
        <source>H&amp;TTP</source>
        <translation>H&amp;TTP</translation>
    </message>
    <message>
        <source>HTTP&amp;S</source>
        <translation>HTTP&amp;S</translation>
    </message>
    <message>
        <source>Keep in the list</source>
        <translation>In der Liste behalten</translation>
    </message>
    <message>
        <source>Keep this host in the list</source>
        <translation>Diesen Host in der Liste behalten</translation>
    </message>
    <message>
        <source>Po&amp;rt</source>
        <translation>Po&amp;rt</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Remove this host and its password</source>
        <translation>Diesen Host und sein Kennwort entfernen</translation>
    </message>
</context>
<context>
    <name>HostListController</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Lists of hosts (*.txt *.csv *.list *.ini *.rdp *.rdg)</source>
        <translation>Listen von Hosts (*.txt *.csv *.list *.ini *.rdp *.rdg)</translation>
    </message>
    <message>
        <source>Open a list of hosts</source>
        <translation>Liste von Hosts öffnen</translation>
    </message>
</context>
<context>
    <name>HostListDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Line {number}: {excerpt}{reason}</source>
        <translation>Zeile {number}: {excerpt}{reason}</translation>
    </message>
    <message>
        <source>Listed more than once: {count}</source>
        <translation>Mehrfach aufgeführt: {count}</translation>
    </message>
    <message>
        <source>Omitted because there are too many: {count}</source>
        <translation>Ausgelassen, da es zu viele sind: {count}</translation>
    </message>
    <message>
        <source>Omitted from the list</source>
        <translation>Nicht in der Liste</translation>
    </message>
    <message>
        <source>Only the selected hosts are contacted, all with one account.</source>
        <translation>Nur die ausgewählten Hosts werden kontaktiert, alle mit einem Konto.</translation>
    </message>
    <message>
        <source>Open a list of hosts</source>
        <translation>Liste von Hosts öffnen</translation>
    </message>
</context>
<context>
    <name>HostListModel</name>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
</context>
<context>
    <name>HostNameCheck</name>
    <message>
        <source>&amp;Host name</source>
        <translation>&amp;Hostname</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Hostname</translation>
    </message>
</context>
<context>
    <name>HostPages</name>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Pages of the host</source>
        <translation>Seiten des Hosts</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Who has access</source>
        <translation>Wer hat Zugriff</translation>
    </message>
</context>
<context>
    <name>HostPane</name>
    <message>
        <source>Filter hosts</source>
        <translation>Hosts filtern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name, problem, or a state such as failed</source>
        <translation>Name, Problem oder ein Zustand wie „fehlgeschlagen“</translation>
    </message>
    <message>
        <source>Order opened</source>
        <translation>Reihenfolge des Öffnens</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene erneut versuchen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Sort hosts</source>
        <translation>Hosts sortieren</translation>
    </message>
    <message>
        <source>State (grouped)</source>
        <translation>Zustand (gruppiert)</translation>
    </message>
    <message>
        <source>Summary of the hosts</source>
        <translation>Übersicht der Hosts</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} not connected</source>
        <translation>{count} nicht verbunden</translation>
    </message>
    <message>
        <source>{count} reading</source>
        <translation>{count} beim Lesen</translation>
    </message>
    <message>
        <source>{count} ready</source>
        <translation>{count} bereit</translation>
    </message>
</context>
<context>
    <name>HostPicker</name>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Select a&amp;ll</source>
        <translation>All&amp;e auswählen</translation>
    </message>
    <message>
        <source>Select non&amp;e</source>
        <translation>&amp;Keine auswählen</translation>
    </message>
</context>
<context>
    <name>HostStack</name>
    <message>
        <source>C&amp;onnect and read</source>
        <translation>V&amp;erbinden und lesen</translation>
    </message>
    <message>
        <source>Connect to a host, or open a practice host from the Host menu.</source>
        <translation>Verbinden Sie sich mit einem Host, oder öffnen Sie im Menü „Host“ einen Übungshost.</translation>
    </message>
    <message>
        <source>Connect to read its endpoints.</source>
        <translation>Verbinden Sie sich, um die Endpunkte zu lesen.</translation>
    </message>
    <message>
        <source>If you stopped WinRM or removed its listeners, this practice host can&apos;t be reached any more. Disconnect it (Ctrl+W), then open it again from the Host menu.</source>
        <translation>Wenn Sie WinRM beendet oder seine Listener entfernt haben, ist dieser Übungshost nicht mehr erreichbar. Trennen Sie ihn (Strg+W), und öffnen Sie ihn erneut über das Menü „Host“.</translation>
    </message>
    <message>
        <source>No host is open.</source>
        <translation>Kein Host ist geöffnet.</translation>
    </message>
    <message>
        <source>Reading {host}</source>
        <translation>{host} wird gelesen</translation>
    </message>
    <message>
        <source>{host} hasn&apos;t been read.</source>
        <translation>{host} wurde nicht gelesen.</translation>
    </message>
</context>
<context>
    <name>HostView</name>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
</context>
<context>
    <name>IdentityNote</name>
    <message>
        <source>Use HTTPS</source>
        <translation>HTTPS verwenden</translation>
    </message>
    <message>
        <source>Use Kerberos</source>
        <translation>Kerberos verwenden</translation>
    </message>
</context>
<context>
    <name>LoginFields</name>
    <message>
        <source>&amp;Authentication</source>
        <translation>&amp;Authentifizierung</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Kenn&amp;wort</translation>
    </message>
    <message>
        <source>&amp;User and password</source>
        <translation>&amp;Benutzer und Kennwort</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Certificate key</source>
        <translation>Zertifikatschlüssel</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key *.pfx *.p12);;All files (*)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.key *.pfx *.p12);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Clientzertifikat</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Anmeldeinformationen</translation>
    </message>
    <message>
        <source>Curre&amp;nt user (Kerberos)</source>
        <translation>Aktueller Ben&amp;utzer (Kerberos)</translation>
    </message>
    <message>
        <source>DOMAIN\user</source>
        <translation>DOMÄNE\Benutzer</translation>
    </message>
    <message>
        <source>DOMAIN\user, or a local user on the host</source>
        <translation>DOMÄNE\Benutzer oder ein lokaler Benutzer auf dem Host</translation>
    </message>
    <message>
        <source>For local accounts on the host and domain accounts.</source>
        <translation>Für lokale Konten auf dem Host und für Domänenkonten.</translation>
    </message>
    <message>
        <source>For local accounts on the host, over HTTPS.</source>
        <translation>Für lokale Konten auf dem Host, über HTTPS.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Leave empty if included above</source>
        <translation>Leer lassen, wenn oben enthalten</translation>
    </message>
    <message>
        <source>Leave empty if not encrypted</source>
        <translation>Leer lassen, wenn nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Leave empty to use the saved password</source>
        <translation>Leer lassen, um das gespeicherte Kennwort zu verwenden</translation>
    </message>
    <message>
        <source>PEM file with chain, or PKCS #12 (.pfx)</source>
        <translation>PEM-Datei mit Kette oder PKCS #12 (.pfx)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Re&amp;member the password</source>
        <translation>Kennwort &amp;merken</translation>
    </message>
    <message>
        <source>Remo&amp;ve the password</source>
        <translation>Kennwort entfer&amp;nen</translation>
    </message>
    <message>
        <source>Requires the host&apos;s fully qualified domain name (FQDN).</source>
        <translation>Erfordert den vollqualifizierten Domänennamen (FQDN) des Hosts.</translation>
    </message>
    <message>
        <source>Sends your password to the host. Use only with trusted hosts.</source>
        <translation>Sendet Ihr Kennwort an den Host. Nur mit vertrauenswürdigen Hosts verwenden.</translation>
    </message>
    <message>
        <source>The certificate must be mapped to a local account on the host.</source>
        <translation>Das Zertifikat muss auf dem Host einem lokalen Konto zugeordnet sein.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Uses Kerberos if available, otherwise NTLM. Passwords are never sent unencrypted.</source>
        <translation>Verwendet Kerberos, falls verfügbar, sonst NTLM. Kennwörter werden nie unverschlüsselt gesendet.</translation>
    </message>
    <message>
        <source>local user on the host</source>
        <translation>lokaler Benutzer auf dem Host</translation>
    </message>
    <message>
        <source>user@DOMAIN or DOMAIN\user</source>
        <translation>benutzer@DOMÄNE oder DOMÄNE\Benutzer</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>MarkAsCheckedDialog</name>
    <message>
        <source>&amp;Mark as checked</source>
        <translation>Als geprüft &amp;markieren</translation>
    </message>
    <message>
        <source>Mark as checked</source>
        <translation>Als geprüft markieren</translation>
    </message>
    <message>
        <source>Mark {subject} on {host} as checked</source>
        <translation>{subject} auf {host} als geprüft markieren</translation>
    </message>
    <message>
        <source>Use this if you&apos;ve checked the host yourself. The result isn&apos;t changed; your name, the time and your note are saved in History.</source>
        <translation>Verwenden Sie dies, wenn Sie den Host selbst geprüft haben. Das Ergebnis ändert sich nicht; Ihr Name, die Uhrzeit und Ihre Notiz werden im Verlauf gespeichert.</translation>
    </message>
    <message>
        <source>What you found</source>
        <translation>Was Sie festgestellt haben</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Gatepost</source>
        <translation>Gatepost</translation>
    </message>
</context>
<context>
    <name>MessagePanel</name>
    <message>
        <source>&amp;Edit connection...</source>
        <translation>Verbindung &amp;bearbeiten...</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>Change credent&amp;ials...</source>
        <translation>Anmelde&amp;informationen ändern...</translation>
    </message>
</context>
<context>
    <name>OwnerTab</name>
    <message>
        <source>Change &amp;group...</source>
        <translation>&amp;Gruppe ändern...</translation>
    </message>
    <message>
        <source>Change o&amp;wner...</source>
        <translation>Be&amp;sitzer ändern...</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Permissions are inherited from RootSDDL, which isn&apos;t edited here.</source>
        <translation>Die Berechtigungen werden von RootSDDL geerbt, das hier nicht bearbeitet wird.</translation>
    </message>
    <message>
        <source>Primary group</source>
        <translation>Primäre Gruppe</translation>
    </message>
    <message>
        <source>Select a primary group</source>
        <translation>Primäre Gruppe auswählen</translation>
    </message>
    <message>
        <source>Select an owner</source>
        <translation>Besitzer auswählen</translation>
    </message>
    <message>
        <source>The owner can always read and change the permissions, unless an entry for OWNER RIGHTS says otherwise. WinRM requires an owner and a group.</source>
        <translation>Der Besitzer kann die Berechtigungen immer lesen und ändern, sofern ein Eintrag für OWNER RIGHTS nichts anderes festlegt. WinRM verlangt Besitzer und Gruppe.</translation>
    </message>
    <message>
        <source>This descriptor can&apos;t be read. Replace it on the SDDL tab.</source>
        <translation>Diese Sicherheitsbeschreibung kann nicht gelesen werden. Ersetzen Sie sie auf der Registerkarte „SDDL“.</translation>
    </message>
</context>
<context>
    <name>PendingBox</name>
    <message>
        <source>&amp;Keep them pending, on top of this change</source>
        <translation>Z&amp;usätzlich zu dieser Änderung ausstehend behalten</translation>
    </message>
    <message>
        <source>After this</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Appl&amp;y them with this change</source>
        <translation>Mit dieser Änderung anwen&amp;den</translation>
    </message>
    <message>
        <source>D&amp;iscard them</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>Discard pending changes</source>
        <translation>Ausstehende Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Pending changes on top of this change</source>
        <translation>Ausstehende Änderungen zusätzlich zu dieser Änderung</translation>
    </message>
    <message>
        <source>Still pending after this change:</source>
        <translation>Nach dieser Änderung noch ausstehend:</translation>
    </message>
    <message>
        <source>can&apos;t be combined with this change</source>
        <translation>kann nicht mit dieser Änderung kombiniert werden</translation>
    </message>
</context>
<context>
    <name>PendingChangesController</name>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Revert last change...</source>
        <translation>Letzte Änderung &amp;zurücksetzen...</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Discard all pending changes</source>
        <translation>Alle ausstehenden Änderungen verwerfen</translation>
    </message>
    <message>
        <source>No pending changes</source>
        <translation>Keine ausstehenden Änderungen</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>Wiederholen (Strg+Y)</translation>
    </message>
    <message>
        <source>Redo: {step} (Ctrl+Y)</source>
        <translation>Wiederholen: {step} (Strg+Y)</translation>
    </message>
    <message>
        <source>Revert the last change (Ctrl+Z)</source>
        <translation>Letzte Änderung zurücksetzen (Strg+Z)</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>Undo: {step} (Ctrl+Z)</source>
        <translation>Rückgängig: {step} (Strg+Z)</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und noch {count}</translation>
    </message>
    <message>
        <source>{name} (also changed on the host)</source>
        <translation>{name} (auch auf dem Host geändert)</translation>
    </message>
</context>
<context>
    <name>PendingLine</name>
    <message>
        <source>&amp;Keep my changes</source>
        <translation>Meine Änderungen &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message>
        <source>Apply this endpoint...</source>
        <translation>Diesen Endpunkt anwenden...</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard pending changes of {name}</source>
        <translation>Ausstehende Änderungen von {name} verwerfen</translation>
    </message>
    <message>
        <source>Merge your changes into the current configuration of the host</source>
        <translation>Ihre Änderungen mit der aktuellen Konfiguration des Hosts zusammenführen</translation>
    </message>
    <message>
        <source>Pending changes. Not applied to the host yet.</source>
        <translation>Ausstehende Änderungen. Noch nicht auf den Host angewendet.</translation>
    </message>
    <message>
        <source>Preview...</source>
        <translation>Vorschau...</translation>
    </message>
    <message>
        <source>The endpoint was removed from the host. Your changes are kept until you discard them.</source>
        <translation>Der Endpunkt wurde vom Host entfernt. Ihre Änderungen bleiben erhalten, bis Sie sie verwerfen.</translation>
    </message>
    <message>
        <source>The endpoint&apos;s structure changed on the host. Your changes can&apos;t be applied; discard them.</source>
        <translation>Die Struktur des Endpunkts hat sich auf dem Host geändert. Ihre Änderungen können nicht angewendet werden; verwerfen Sie sie.</translation>
    </message>
    <message>
        <source>This endpoint was changed on the host after you started editing. Merge your changes into it, keep them to overwrite it, or discard them.</source>
        <translation>Dieser Endpunkt wurde auf dem Host geändert, nachdem Sie mit der Bearbeitung begonnen haben. Führen Sie Ihre Änderungen damit zusammen, behalten Sie sie, um ihn zu überschreiben, oder verwerfen Sie sie.</translation>
    </message>
</context>
<context>
    <name>PrincipalDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Prinzipal</translation>
    </message>
</context>
<context>
    <name>PrincipalField</name>
    <message>
        <source>&quot;{name}&quot; wasn&apos;t found on this host. Check the name or enter a SID (S-1-5-21-…).</source>
        <translation>„{name}“ wurde auf diesem Host nicht gefunden. Prüfen Sie den Namen, oder geben Sie eine SID ein (S-1-5-21-…).</translation>
    </message>
    <message>
        <source>CONTOSO\Helpdesk, helpdesk@contoso.com, Administrators, S-1-5-...</source>
        <translation>CONTOSO\Helpdesk, helpdesk@contoso.com, Administratoren, S-1-5-...</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Enter a SID instead (S-1-5-21-…).</source>
        <translation>Geben Sie stattdessen eine SID ein (S-1-5-21-…).</translation>
    </message>
    <message>
        <source>Looking for {name}...</source>
        <translation>{name} wird gesucht...</translation>
    </message>
    <message>
        <source>Matching accounts</source>
        <translation>Passende Konten</translation>
    </message>
    <message>
        <source>Multiple accounts match. Select one.</source>
        <translation>Mehrere Konten stimmen überein. Wählen Sie eines aus.</translation>
    </message>
    <message>
        <source>No name found for {sid}. The SID is used.</source>
        <translation>Für {sid} wurde kein Name gefunden. Die SID wird verwendet.</translation>
    </message>
    <message>
        <source>{name} contains an invisible character ({code}). Delete it, or enter the SID.</source>
        <translation>{name} enthält ein unsichtbares Zeichen ({code}). Löschen Sie es, oder geben Sie die SID ein.</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Optional; saved in History</source>
        <translation>Optional; wird im Verlauf gespeichert</translation>
    </message>
    <message>
        <source>Reaso&amp;n or ticket</source>
        <translation>&amp;Grund oder Ticket</translation>
    </message>
    <message>
        <source>Reason or ticket</source>
        <translation>Grund oder Ticket</translation>
    </message>
</context>
<context>
    <name>ReorderDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Reorder</source>
        <translation>&amp;Neu ordnen</translation>
    </message>
    <message>
        <source>Entries that move</source>
        <translation>Verschobene Einträge</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Reorder canonically</source>
        <translation>Kanonisch neu ordnen</translation>
    </message>
    <message>
        <source>Reorder {name} canonically?</source>
        <translation>{name} kanonisch neu ordnen?</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Windows tools can edit entries only in canonical order. All other entries keep their order. A Deny that moves up might override an Allow that&apos;s effective now.</source>
        <translation>Windows-Tools können Einträge nur in kanonischer Reihenfolge bearbeiten. Alle übrigen Einträge behalten ihre Reihenfolge. Ein Verweigern-Eintrag, der nach oben rückt, setzt möglicherweise einen jetzt wirksamen Zulassen-Eintrag außer Kraft.</translation>
    </message>
</context>
<context>
    <name>ReportController</name>
    <message>
        <source>CSV for spreadsheets</source>
        <translation>CSV für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>JSON for programs</source>
        <translation>JSON für Programme</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web page for reading and printing</source>
        <translation>Webseite zum Lesen und Drucken</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>RevertController</name>
    <message>
        <source>Connect to {host} first, then try again.</source>
        <translation>Verbinden Sie sich zuerst mit {host}, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Nothing to revert: the host shows the previous state.</source>
        <translation>Nichts zurückzusetzen: Der Host zeigt den vorherigen Zustand.</translation>
    </message>
    <message>
        <source>Reading {host}...</source>
        <translation>{host} wird gelesen...</translation>
    </message>
    <message>
        <source>The current settings couldn&apos;t be read, so nothing is reverted.</source>
        <translation>Die aktuellen Einstellungen konnten nicht gelesen werden, daher wird nichts zurückgesetzt.</translation>
    </message>
    <message>
        <source>{host} is busy. Try again when the current task has finished.</source>
        <translation>{host} ist beschäftigt. Versuchen Sie es erneut, wenn der aktuelle Vorgang beendet ist.</translation>
    </message>
</context>
<context>
    <name>RightsActionFields</name>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
</context>
<context>
    <name>RightsBox</name>
    <message>
        <source>&amp;Session access only</source>
        <translation>Nur &amp;Sitzungszugriff</translation>
    </message>
    <message>
        <source>Access SACL</source>
        <translation>Auf SACL zugreifen</translation>
    </message>
    <message>
        <source>Access mask as a number or in SDDL letters</source>
        <translation>Zugriffsmaske als Zahl oder in SDDL-Buchstaben</translation>
    </message>
    <message>
        <source>Bit {bit}</source>
        <translation>Bit {bit}</translation>
    </message>
    <message>
        <source>Bit {bit} ({letters})</source>
        <translation>Bit {bit} ({letters})</translation>
    </message>
    <message>
        <source>Change permissions (WD)</source>
        <translation>Berechtigungen ändern (WD)</translation>
    </message>
    <message>
        <source>Delete (SD)</source>
        <translation>Löschen (SD)</translation>
    </message>
    <message>
        <source>Execute(Invoke) only: all that&apos;s needed to open a session</source>
        <translation>Nur Execute(Invoke): alles, was zum Öffnen einer Sitzung nötig ist</translation>
    </message>
    <message>
        <source>Mas&amp;k</source>
        <translation>&amp;Maske</translation>
    </message>
    <message>
        <source>Maximum allowed</source>
        <translation>Maximal zulässig</translation>
    </message>
    <message>
        <source>Read permissions (RC)</source>
        <translation>Berechtigungen lesen (RC)</translation>
    </message>
    <message>
        <source>Sp&amp;ecial permissions</source>
        <translation>Spe&amp;zielle Berechtigungen</translation>
    </message>
    <message>
        <source>Synchronize</source>
        <translation>Synchronisieren</translation>
    </message>
    <message>
        <source>Take ownership (WO)</source>
        <translation>Besitz übernehmen (WO)</translation>
    </message>
</context>
<context>
    <name>SddlPage</name>
    <message>
        <source>No descriptor changes.</source>
        <translation>Es ändert sich keine Sicherheitsbeschreibung.</translation>
    </message>
</context>
<context>
    <name>SddlTab</name>
    <message>
        <source>&amp;Copy SDDL</source>
        <translation>SDDL &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Revert to last valid SDDL</source>
        <translation>Auf &amp;letzte gültige SDDL zurücksetzen</translation>
    </message>
    <message>
        <source>Inherited from RootSDDL:</source>
        <translation>Von RootSDDL geerbt:</translation>
    </message>
    <message>
        <source>SDDL</source>
        <translation>SDDL</translation>
    </message>
</context>
<context>
    <name>SddlView</name>
    <message>
        <source>Explanation</source>
        <translation>Erläuterung</translation>
    </message>
    <message>
        <source>Line breaks, quotes, prompts and other characters that aren&apos;t SDDL were removed or replaced.</source>
        <translation>Zeilenumbrüche, Anführungszeichen, Eingabeaufforderungen und andere Zeichen, die nicht zur SDDL gehören, wurden entfernt oder ersetzt.</translation>
    </message>
    <message>
        <source>The explanation appears here.</source>
        <translation>Hier erscheint die Erläuterung.</translation>
    </message>
</context>
<context>
    <name>SelectionSummary</name>
    <message>
        <source>Entries of all selected endpoints</source>
        <translation>Einträge aller ausgewählten Endpunkte</translation>
    </message>
    <message>
        <source>Entries they have in common:</source>
        <translation>Gemeinsame Einträge:</translation>
    </message>
    <message>
        <source>They have no entry in common.</source>
        <translation>Sie haben keine gemeinsamen Einträge.</translation>
    </message>
    <message>
        <source>With pending changes: {count}</source>
        <translation>Mit ausstehenden Änderungen: {count}</translation>
    </message>
</context>
<context>
    <name>SessionTestLine</name>
    <message>
        <source>&amp;Test with a real session</source>
        <translation>&amp;Mit einer echten Sitzung testen</translation>
    </message>
    <message>
        <source>Open and close a real session as the connected account. The host might log it, and a startup script might run.</source>
        <translation>Öffnet und schließt eine echte Sitzung als das verbundene Konto. Der Host protokolliert sie möglicherweise, und ein Startskript wird möglicherweise ausgeführt.</translation>
    </message>
    <message>
        <source>Opening a session...</source>
        <translation>Eine Sitzung wird geöffnet...</translation>
    </message>
    <message>
        <source>The host isn&apos;t connected. Refresh, then try again.</source>
        <translation>Der Host ist nicht verbunden. Aktualisieren Sie, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The host&apos;s answer</source>
        <translation>Antwort des Hosts</translation>
    </message>
    <message>
        <source>The host&apos;s answer for {account}: {host}. Computed answer: {computed}.</source>
        <translation>Antwort des Hosts für {account}: {host}. Berechnete Antwort: {computed}.</translation>
    </message>
</context>
<context>
    <name>SettingDialog</name>
    <message>
        <source>After this</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Settings and changes</source>
        <translation>Einstellungen und Änderungen</translation>
    </message>
    <message>
        <source>You&apos;ll be disconnected and might not be able to undo this remotely. Type {host} to confirm.</source>
        <translation>Ihre Verbindung wird getrennt, und Sie können dies möglicherweise nicht von hier aus rückgängig machen. Geben Sie zur Bestätigung {host} ein.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>For all windows and hosts.</source>
        <translation>Für alle Fenster und Hosts.</translation>
    </message>
    <message>
        <source>Include &amp;host and user names</source>
        <translation>&amp;Host- und Benutzernamen einschließen</translation>
    </message>
    <message>
        <source>Save &amp;diagnostics...</source>
        <translation>Dia&amp;gnose speichern...</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Saved as {path}. Check it before you share it.</source>
        <translation>Gespeichert als {path}. Prüfen Sie den Inhalt, bevor Sie ihn weitergeben.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>ZIP archives</source>
        <translation>ZIP-Archive</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Connection timeout</source>
        <translation>&amp;Verbindungstimeout</translation>
    </message>
    <message>
        <source>&amp;Keep history</source>
        <translation>Verlauf auf&amp;bewahren</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>&amp;Response timeout</source>
        <translation>Antwort&amp;timeout</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>Connection timeout</source>
        <translation>Verbindungstimeout</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Default for connections that use a proxy.</source>
        <translation>Standard für Verbindungen, die einen Proxy verwenden.</translation>
    </message>
    <message>
        <source>Forever</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>History entries without a known result are always kept.</source>
        <translation>Verlaufseinträge ohne bekanntes Ergebnis werden immer aufbewahrt.</translation>
    </message>
    <message>
        <source>Keep history</source>
        <translation>Verlauf aufbewahren</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Per request.</source>
        <translation>Pro Anforderung.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Response timeout</source>
        <translation>Antworttimeout</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Takes effect when you restart Gatepost.</source>
        <translation>Wird nach einem Neustart von Gatepost wirksam.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Total for all of a host&apos;s network addresses.</source>
        <translation>Insgesamt für alle Netzwerkadressen eines Hosts.</translation>
    </message>
</context>
<context>
    <name>SnapshotController</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open snapshot</source>
        <translation>Snapshot öffnen</translation>
    </message>
    <message>
        <source>Save snapshot</source>
        <translation>Snapshot speichern</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Snapshots and registry exports (*{suffix} *.json *.reg)</source>
        <translation>Snapshots und Registrierungsexporte (*{suffix} *.json *.reg)</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Applying changes</source>
        <translation>Änderungen werden angewendet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Deta&amp;ils...</source>
        <translation>De&amp;tails...</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Resolving account names</source>
        <translation>Kontonamen werden aufgelöst</translation>
    </message>
    <message>
        <source>Restore the permissions before this change</source>
        <translation>Die Berechtigungen vor dieser Änderung wiederherstellen</translation>
    </message>
    <message>
        <source>Revert...</source>
        <translation>Zurücksetzen...</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>{action}: no change needed</source>
        <translation>{action}: keine Änderung nötig</translation>
    </message>
    <message>
        <source>{connection}, read-only</source>
        <translation>{connection}, schreibgeschützt</translation>
    </message>
    <message>
        <source>{host} (file), not connected</source>
        <translation>{host} (Datei), nicht verbunden</translation>
    </message>
    <message>
        <source>{host} as {account}, {authentication}, {encrypted}</source>
        <translation>{host} als {account}, {authentication}, {encrypted}</translation>
    </message>
    <message>
        <source>{n} custom</source>
        <translation>{n} benutzerdefiniert</translation>
    </message>
    <message>
        <source>{n} disabled</source>
        <translation>{n} deaktiviert</translation>
    </message>
    <message>
        <source>{n} local</source>
        <translation>{n} lokal</translation>
    </message>
    <message>
        <source>{n} remote</source>
        <translation>{n} remote</translation>
    </message>
    <message>
        <source>{n} unreadable</source>
        <translation>{n} nicht lesbar</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>winrm quickconfig: no changes needed.</source>
        <translation>winrm quickconfig: keine Änderungen nötig.</translation>
    </message>
    <message>
        <source>winrm quickconfig: not available from this host.</source>
        <translation>winrm quickconfig: auf diesem Host nicht verfügbar.</translation>
    </message>
    <message>
        <source>winrm quickconfig: {said}</source>
        <translation>winrm quickconfig: {said}</translation>
    </message>
</context>
<context>
    <name>StillOpenPage</name>
    <message>
        <source>&amp;Turn off WinRM completely</source>
        <translation>WinRM &amp;vollständig ausschalten</translation>
    </message>
    <message>
        <source>Current state of the host. You confirm every change before it&apos;s made.</source>
        <translation>Aktueller Zustand des Hosts. Sie bestätigen jede Änderung, bevor sie vorgenommen wird.</translation>
    </message>
    <message>
        <source>Firewall rules</source>
        <translation>Firewallregeln</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>Listener</translation>
    </message>
    <message>
        <source>No changes available.</source>
        <translation>Keine Änderungen verfügbar.</translation>
    </message>
    <message>
        <source>Nothing left to close from here. Items that couldn&apos;t be read or are set by policy aren&apos;t included.</source>
        <translation>Von hier aus ist nichts mehr zu schließen. Elemente, die nicht gelesen werden konnten oder per Richtlinie festgelegt sind, sind nicht enthalten.</translation>
    </message>
    <message>
        <source>Open a host to see what Disable-PSRemoting doesn&apos;t change.</source>
        <translation>Öffnen Sie einen Host, um zu sehen, was Disable-PSRemoting nicht ändert.</translation>
    </message>
    <message>
        <source>Reading the service, listeners, firewall and LocalAccountTokenFilterPolicy...</source>
        <translation>Dienst, Listener, Firewall und LocalAccountTokenFilterPolicy werden gelesen...</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Still open on {host}</source>
        <translation>Noch offen auf {host}</translation>
    </message>
</context>
<context>
    <name>SummaryMatrixModel</name>
    <message>
        <source>winrs (RootSDDL)</source>
        <translation>winrs (RootSDDL)</translation>
    </message>
</context>
<context>
    <name>TableCopying</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;table</source>
        <translation>&amp;Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy c&amp;ell</source>
        <translation>&amp;Zelle kopieren</translation>
    </message>
</context>
<context>
    <name>ThreeWayDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Only my change</source>
        <translation>&amp;Nur meine Änderung</translation>
    </message>
    <message>
        <source>Co&amp;ntinue...</source>
        <translation>&amp;Weiter...</translation>
    </message>
    <message>
        <source>Every&amp;thing</source>
        <translation>&amp;Alles</translation>
    </message>
    <message>
        <source>This was changed again after your change. Select what to restore; the rest stays as it is now. You&apos;ll confirm on the next page.</source>
        <translation>Dies wurde nach Ihrer Änderung erneut geändert. Wählen Sie aus, was wiederhergestellt werden soll; der Rest bleibt, wie er jetzt ist. Auf der nächsten Seite bestätigen Sie.</translation>
    </message>
    <message>
        <source>What changed since</source>
        <translation>Was sich seitdem geändert hat</translation>
    </message>
</context>
<context>
    <name>ThreeWayTableModel</name>
    <message>
        <source>later change</source>
        <translation>spätere Änderung</translation>
    </message>
    <message>
        <source>this change</source>
        <translation>diese Änderung</translation>
    </message>
    <message>
        <source>you, {moment}</source>
        <translation>Sie, {moment}</translation>
    </message>
</context>
<context>
    <name>TrustFields</name>
    <message>
        <source>&amp;Kerberos or HTTPS only</source>
        <translation>Nur &amp;Kerberos oder HTTPS</translation>
    </message>
    <message>
        <source>&amp;Verify under another name</source>
        <translation>Unter an&amp;derem Namen überprüfen</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>For hosts that request a client certificate through renegotiation, which TLS 1.3 doesn&apos;t support</source>
        <translation>Für Hosts, die ein Clientzertifikat per Neuaushandlung anfordern, die TLS 1.3 nicht unterstützt</translation>
    </message>
    <message>
        <source>For tunnels, aliases and load balancers: the name in the certificate or SPN</source>
        <translation>Für Tunnel, Aliase und Lastenausgleich: der Name im Zertifikat oder SPN</translation>
    </message>
    <message>
        <source>Forget the trusted certificate</source>
        <translation>Das vertrauenswürdige Zertifikat entfernen</translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation>Entfernen...</translation>
    </message>
    <message>
        <source>Leave empty to use this computer&apos;s trusted CAs</source>
        <translation>Leer lassen, um die vertrauenswürdigen CAs dieses Computers zu verwenden</translation>
    </message>
    <message>
        <source>Never log on to this host until it has proved its identity</source>
        <translation>Nie an diesem Host anmelden, bevor er seine Identität nachgewiesen hat</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Read-onl&amp;y</source>
        <translation>Schreib&amp;geschützt</translation>
    </message>
    <message>
        <source>SHA-256 {fingerprint}</source>
        <translation>SHA-256 {fingerprint}</translation>
    </message>
    <message>
        <source>TLS 1.2 on&amp;ly</source>
        <translation>Nur T&amp;LS 1.2</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Vertrauenswürdig</translation>
    </message>
    <message>
        <source>Use a pro&amp;xy</source>
        <translation>Pro&amp;xy verwenden</translation>
    </message>
    <message>
        <source>Verify as</source>
        <translation>Überprüfen als</translation>
    </message>
</context>
<context>
    <name>ValidatedTextEdit</name>
    <message>
        <source>&quot;{name}&quot; is an account name. SDDL needs SIDs: enter the SID, or add the account on the Permissions tab.</source>
        <translation>„{name}“ ist ein Kontoname. SDDL benötigt SIDs: Geben Sie die SID ein, oder fügen Sie das Konto auf der Registerkarte „Berechtigungen“ hinzu.</translation>
    </message>
    <message>
        <source>Contains an invisible character ({code}, character {place}).</source>
        <translation>Enthält ein unsichtbares Zeichen ({code}, Zeichen {place}).</translation>
    </message>
    <message>
        <source>{problem} (character {place})</source>
        <translation>{problem} (Zeichen {place})</translation>
    </message>
</context>
<context>
    <name>WINDOW</name>
    <message>
        <source>&quot;{name}&quot; wasn&apos;t found on this host.</source>
        <translation>„{name}“ wurde auf diesem Host nicht gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference</source>
        <comment>%n differences</comment>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint</source>
        <comment>%n endpoints</comment>
        <translation>
            <numerusform>%n Endpunkt</numerusform>
            <numerusform>%n Endpunkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint changes</source>
        <comment>%n endpoints change</comment>
        <translation>
            <numerusform>%n Endpunkt ändert sich</numerusform>
            <numerusform>%n Endpunkte ändern sich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint is skipped because it&apos;s disabled; it becomes remotely accessible if enabled.</source>
        <comment>%n endpoints are skipped because they&apos;re disabled; they become remotely accessible if enabled.</comment>
        <translation>
            <numerusform>%n Endpunkt wird übersprungen, da er deaktiviert ist; er lässt nach dem Aktivieren Remotesitzungen zu.</numerusform>
            <numerusform>%n Endpunkte werden übersprungen, da sie deaktiviert sind; sie lassen nach dem Aktivieren Remotesitzungen zu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint selected</source>
        <comment>%n endpoints selected</comment>
        <translation>
            <numerusform>%n Endpunkt ausgewählt</numerusform>
            <numerusform>%n Endpunkte ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint wasn&apos;t edited.</source>
        <comment>%n endpoints weren&apos;t edited.</comment>
        <translation>
            <numerusform>%n Endpunkt wurde nicht bearbeitet.</numerusform>
            <numerusform>%n Endpunkte wurden nicht bearbeitet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding</source>
        <comment>%n findings</comment>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host</source>
        <comment>%n hosts</comment>
        <translation>
            <numerusform>%n Host</numerusform>
            <numerusform>%n Hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host isn&apos;t changed</source>
        <comment>%n hosts aren&apos;t changed</comment>
        <translation>
            <numerusform>%n Host wird nicht geändert</numerusform>
            <numerusform>%n Hosts werden nicht geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character</source>
        <comment>%n more characters</comment>
        <translation>
            <numerusform>%n weiteres Zeichen</numerusform>
            <numerusform>%n weitere Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more error is in the log.</source>
        <comment>%n more errors are in the log.</comment>
        <translation>
            <numerusform>%n weiterer Fehler steht im Protokoll.</numerusform>
            <numerusform>%n weitere Fehler stehen im Protokoll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other WinRM plug-in was found; it isn&apos;t shown.</source>
        <comment>%n other WinRM plug-ins were found; they aren&apos;t shown.</comment>
        <translation>
            <numerusform>%n anderes WinRM-Plug-In wurde gefunden; es wird nicht angezeigt.</numerusform>
            <numerusform>%n andere WinRM-Plug-Ins wurden gefunden; sie werden nicht angezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plug-in can&apos;t be read and isn&apos;t shown: {names}</source>
        <comment>%n plug-ins can&apos;t be read and aren&apos;t shown: {names}</comment>
        <translation>
            <numerusform>%n Plug-In kann nicht gelesen werden und wird nicht angezeigt: {names}</numerusform>
            <numerusform>%n Plug-Ins können nicht gelesen werden und werden nicht angezeigt: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result on {hosts}.</source>
        <comment>%n results on {hosts}.</comment>
        <translation>
            <numerusform>%n Ergebnis auf {hosts}.</numerusform>
            <numerusform>%n Ergebnisse auf {hosts}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result so far...</source>
        <comment>%n results so far...</comment>
        <translation>
            <numerusform>Bisher %n Ergebnis...</numerusform>
            <numerusform>Bisher %n Ergebnisse...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning, host by host</source>
        <comment>%n warnings, host by host</comment>
        <translation>
            <numerusform>%n Warnung, Host für Host</numerusform>
            <numerusform>%n Warnungen, Host für Host</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;About Gatepost</source>
        <translation>&amp;Info zu Gatepost</translation>
    </message>
    <message>
        <source>&amp;Apply changes...</source>
        <translation>Änderungen &amp;anwenden...</translation>
    </message>
    <message>
        <source>&amp;Below the table</source>
        <translation>&amp;Unter der Tabelle</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Compact</source>
        <translation>&amp;Kompakt</translation>
    </message>
    <message>
        <source>&amp;Connect...</source>
        <translation>&amp;Verbinden...</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>Dun&amp;kel</translation>
    </message>
    <message>
        <source>&amp;Deny</source>
        <translation>&amp;Verweigern</translation>
    </message>
    <message>
        <source>&amp;Details pane</source>
        <translation>&amp;Detailbereich</translation>
    </message>
    <message>
        <source>&amp;Disable remoting...</source>
        <translation>Remoting &amp;deaktivieren...</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Enable remoting...</source>
        <translation>Remoting &amp;aktivieren...</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;Grant</source>
        <translation>&amp;Gewähren</translation>
    </message>
    <message>
        <source>&amp;Grant, deny or revoke...</source>
        <translation>&amp;Gewähren, verweigern oder entziehen...</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Hidden</source>
        <translation>A&amp;usgeblendet</translation>
    </message>
    <message>
        <source>&amp;History...</source>
        <translation>&amp;Verlauf...</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Weiter bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkombinationen</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>He&amp;ll</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Open %n host</source>
        <comment>&amp;Open %n hosts</comment>
        <translation>
            <numerusform>%n Host ö&amp;ffnen</numerusform>
            <numerusform>%n Hosts ö&amp;ffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Open History...</source>
        <translation>&amp;Verlauf öffnen...</translation>
    </message>
    <message>
        <source>&amp;Open snapshot...</source>
        <translation>Sna&amp;pshot öffnen...</translation>
    </message>
    <message>
        <source>&amp;Practice host</source>
        <translation>&amp;Übungshost</translation>
    </message>
    <message>
        <source>&amp;Preview changes...</source>
        <translation>&amp;Vorschau der Änderungen...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Read-only</source>
        <translation>&amp;Schreibgeschützt</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>A&amp;ktualisieren</translation>
    </message>
    <message>
        <source>&amp;Remind me in a week</source>
        <translation>In einer Woche e&amp;rinnern</translation>
    </message>
    <message>
        <source>&amp;Remoting</source>
        <translation>&amp;Remoting</translation>
    </message>
    <message>
        <source>&amp;Restart as administrator</source>
        <translation>Als Administrator neu sta&amp;rten</translation>
    </message>
    <message>
        <source>&amp;Review and apply...</source>
        <translation>Ü&amp;berprüfen und anwenden...</translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation>E&amp;instellungen...</translation>
    </message>
    <message>
        <source>&amp;Start WinRM</source>
        <translation>WinRM &amp;starten</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Desi&amp;gn</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Use system setting</source>
        <translation>S&amp;ystemeinstellung verwenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;View certificate...</source>
        <translation>Zertifikat an&amp;zeigen...</translation>
    </message>
    <message>
        <source>&amp;View certificates...</source>
        <translation>Zertifikate an&amp;zeigen...</translation>
    </message>
    <message numerus="yes">
        <source>A previous change may not have completed</source>
        <comment>%n previous changes may not have completed</comment>
        <translation>
            <numerusform>Eine frühere Änderung wurde möglicherweise nicht abgeschlossen</numerusform>
            <numerusform>%n frühere Änderungen wurden möglicherweise nicht abgeschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>A snapshot file, so nothing can be changed.</source>
        <translation>Eine Snapshot-Datei; daran kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Access filter</source>
        <translation>Zugriffsfilter</translation>
    </message>
    <message>
        <source>Access will be Custom.</source>
        <translation>Der Zugriff wird „Benutzerdefiniert“ sein.</translation>
    </message>
    <message>
        <source>Access: Custom</source>
        <translation>Zugriff: Benutzerdefiniert</translation>
    </message>
    <message>
        <source>Access: Disabled</source>
        <translation>Zugriff: Deaktiviert</translation>
    </message>
    <message>
        <source>Access: Local</source>
        <translation>Zugriff: Lokal</translation>
    </message>
    <message>
        <source>Access: Remote</source>
        <translation>Zugriff: Remote</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Adds a Deny entry that overrides Allow.</source>
        <translation>Fügt einen Verweigern-Eintrag hinzu, der Vorrang vor Zulassen hat.</translation>
    </message>
    <message>
        <source>Adds these rights and removes them from the principal&apos;s Deny entries.</source>
        <translation>Fügt diese Rechte hinzu und entfernt sie aus den Verweigern-Einträgen des Prinzipals.</translation>
    </message>
    <message>
        <source>After your change</source>
        <translation>Nach Ihrer Änderung</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Alarm on all</source>
        <translation>Alarm bei allem</translation>
    </message>
    <message>
        <source>Alarm on failure</source>
        <translation>Alarm bei Fehler</translation>
    </message>
    <message>
        <source>Alarm on success</source>
        <translation>Alarm bei Erfolg</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Zulassen</translation>
    </message>
    <message numerus="yes">
        <source>Also &amp;block the disabled endpoint (it becomes remotely accessible if enabled)</source>
        <comment>Also &amp;block the %n disabled endpoints (they become remotely accessible if enabled)</comment>
        <translation>
            <numerusform>Auch den deaktivierten Endpunkt s&amp;perren (er lässt nach dem Aktivieren Remotesitzungen zu)</numerusform>
            <numerusform>Auch die %n deaktivierten Endpunkte s&amp;perren (sie lassen nach dem Aktivieren Remotesitzungen zu)</numerusform>
        </translation>
    </message>
    <message>
        <source>Anyone (no DACL)</source>
        <translation>Jeder (keine DACL)</translation>
    </message>
    <message>
        <source>Apart from that:</source>
        <translation>Abgesehen davon:</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Anwenden auf</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change</source>
        <comment>Apply %n changes</comment>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Applying a change. Gatepost will close when it&apos;s done.</source>
        <translation>Eine Änderung wird angewendet. Danach wird Gatepost geschlossen.</translation>
    </message>
    <message>
        <source>At the &amp;right</source>
        <translation>&amp;Rechts</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Überwachen</translation>
    </message>
    <message>
        <source>Audit all</source>
        <translation>Alles überwachen</translation>
    </message>
    <message>
        <source>Audit entry</source>
        <translation>Überwachungseintrag</translation>
    </message>
    <message>
        <source>Audit failure</source>
        <translation>Fehler überwachen</translation>
    </message>
    <message>
        <source>Audit success</source>
        <translation>Erfolg überwachen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Busy. Try again when the current task has finished.</source>
        <translation>Beschäftigt. Versuchen Sie es erneut, wenn der aktuelle Vorgang beendet ist.</translation>
    </message>
    <message>
        <source>Cancel readin&amp;g</source>
        <translation>Lesen abbre&amp;chen</translation>
    </message>
    <message>
        <source>Central access policy</source>
        <translation>Zentrale Zugriffsrichtlinie</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Changed again since: {action}.</source>
        <translation>Seitdem erneut geändert: {action}.</translation>
    </message>
    <message>
        <source>Changed again since: {names}.</source>
        <translation>Seitdem erneut geändert: {names}.</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Geändert durch</translation>
    </message>
    <message numerus="yes">
        <source>Changes {changed} of %n endpoint.</source>
        <comment>Changes {changed} of %n endpoints.</comment>
        <translation>
            <numerusform>Ändert {changed} von %n Endpunkt.</numerusform>
            <numerusform>Ändert {changed} von %n Endpunkten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check that the loopback interface is on and that no security software blocks port {port}.</source>
        <translation>Prüfen Sie, ob die Loopbackschnittstelle aktiviert ist und keine Sicherheitssoftware Port {port} blockiert.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Co&amp;mfortable</source>
        <translation>Ko&amp;mfortabel</translation>
    </message>
    <message>
        <source>Co&amp;mpare...</source>
        <translation>Ver&amp;gleichen...</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Container inherit (CI)</source>
        <translation>Containervererbung (CI)</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Widerlegt</translation>
    </message>
    <message>
        <source>Couldn&apos;t be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Couldn&apos;t start the process that cleans up after an interrupted host check. No changes were made. Try again; if it fails again, see the log.</source>
        <translation>Der Prozess, der nach einer unterbrochenen Hostprüfung aufräumt, konnte nicht gestartet werden. Es wurde nichts geändert. Versuchen Sie es erneut; wenn es wieder fehlschlägt, sehen Sie im Protokoll nach.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <source>D&amp;iscard all changes</source>
        <translation>Alle Änderungen verwer&amp;fen</translation>
    </message>
    <message>
        <source>DACL flags</source>
        <translation>DACL-Flags</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Maßgeblich</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Verweigern</translation>
    </message>
    <message numerus="yes">
        <source>Deny on %n host</source>
        <comment>Deny on %n hosts</comment>
        <translation>
            <numerusform>Auf %n Host verweigern</numerusform>
            <numerusform>Auf %n Hosts verweigern</numerusform>
        </translation>
    </message>
    <message>
        <source>Deny rights to {who}</source>
        <translation>{who} Rechte verweigern</translation>
    </message>
    <message numerus="yes">
        <source>Deny rights to {who} on %n host?</source>
        <comment>Deny rights to {who} on %n hosts?</comment>
        <translation>
            <numerusform>{who} auf %n Host Rechte verweigern?</numerusform>
            <numerusform>{who} auf %n Hosts Rechte verweigern?</numerusform>
        </translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation>Sicherheitsbeschreibung</translation>
    </message>
    <message numerus="yes">
        <source>Disable on %n host</source>
        <comment>Disable on %n hosts</comment>
        <translation>
            <numerusform>Auf %n Host deaktivieren</numerusform>
            <numerusform>Auf %n Hosts deaktivieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Disable remoting</source>
        <translation>Remoting deaktivieren</translation>
    </message>
    <message numerus="yes">
        <source>Disable remoting on %n host?</source>
        <comment>Disable remoting on %n hosts?</comment>
        <translation>
            <numerusform>Remoting auf %n Host deaktivieren?</numerusform>
            <numerusform>Remoting auf %n Hosts deaktivieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>Disable remoting on &amp;selected hosts...</source>
        <translation>Remoting auf ausge&amp;wählten Hosts deaktivieren...</translation>
    </message>
    <message>
        <source>Disable remoting on this host by itself.</source>
        <translation>Deaktivieren Sie Remoting auf diesem Host einzeln.</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Discard pending changes?</source>
        <translation>Ausstehende Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>Disconnec&amp;t all</source>
        <translation>All&amp;e trennen</translation>
    </message>
    <message>
        <source>Don&apos;t propagate inherit (NP)</source>
        <translation>Vererbung nicht verteilen (NP)</translation>
    </message>
    <message>
        <source>E&amp;xit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>E&amp;xplain SDDL...</source>
        <translation>SDDL &amp;erläutern...</translation>
    </message>
    <message>
        <source>Each host gets back what it had before its last change. WinRM isn&apos;t restarted.</source>
        <translation>Jeder Host erhält zurück, was er vor seiner letzten Änderung hatte. WinRM wird nicht neu gestartet.</translation>
    </message>
    <message>
        <source>Edit co&amp;nnection...</source>
        <translation>Verbin&amp;dung bearbeiten...</translation>
    </message>
    <message>
        <source>En&amp;dpoint</source>
        <translation>E&amp;ndpunkt</translation>
    </message>
    <message>
        <source>Enable remoting</source>
        <translation>Remoting aktivieren</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Enabled: no → yes</source>
        <translation>Aktiviert: nein → ja</translation>
    </message>
    <message>
        <source>Enabled: yes → no</source>
        <translation>Aktiviert: ja → nein</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Endpoint or setting</source>
        <translation>Endpunkt oder Einstellung</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Endpoints and changes</source>
        <translation>Endpunkte und Änderungen</translation>
    </message>
    <message>
        <source>Enter the host name in the certificate or SPN.</source>
        <translation>Geben Sie den Hostnamen aus dem Zertifikat oder SPN ein.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Eintrag {number}</translation>
    </message>
    <message>
        <source>Entry {number} of RootSDDL</source>
        <translation>Eintrag {number} von RootSDDL</translation>
    </message>
    <message>
        <source>Evaluating who loses and who gains access...</source>
        <translation>Es wird ausgewertet, wer Zugriff verliert und erhält...</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n change to {path}.</source>
        <comment>Exported %n changes to {path}.</comment>
        <translation>
            <numerusform>%n Änderung nach {path} exportiert.</numerusform>
            <numerusform>%n Änderungen nach {path} exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter endpoints</source>
        <translation>Endpunkte filtern</translation>
    </message>
    <message>
        <source>Find in &amp;all hosts...</source>
        <translation>In allen &amp;Hosts suchen...</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Fit columns to contents</source>
        <translation>Spalten an Inhalt anpassen</translation>
    </message>
    <message>
        <source>Gain access: {names}</source>
        <translation>Erhalten Zugriff: {names}</translation>
    </message>
    <message>
        <source>Gatepost closed or lost the connection before the host confirmed it, or another window is still applying it. Open History and select Check again.</source>
        <translation>Gatepost wurde geschlossen oder hat die Verbindung verloren, bevor der Host sie bestätigt hat, oder ein anderes Fenster wendet sie noch an. Öffnen Sie den Verlauf, und wählen Sie „Erneut prüfen“ aus.</translation>
    </message>
    <message>
        <source>Gatepost is still checking the text on the SDDL tab. Keep that tab open until it&apos;s done.</source>
        <translation>Der Text auf der Registerkarte „SDDL“ wird noch geprüft. Lassen Sie die Registerkarte so lange geöffnet.</translation>
    </message>
    <message>
        <source>Gets its own permissions instead of inheriting them from RootSDDL.</source>
        <translation>Erhält eigene Berechtigungen, statt sie von RootSDDL zu erben.</translation>
    </message>
    <message numerus="yes">
        <source>Grant on %n host</source>
        <comment>Grant on %n hosts</comment>
        <translation>
            <numerusform>Auf %n Host gewähren</numerusform>
            <numerusform>Auf %n Hosts gewähren</numerusform>
        </translation>
    </message>
    <message>
        <source>Grant rights to {who}</source>
        <translation>{who} Rechte gewähren</translation>
    </message>
    <message numerus="yes">
        <source>Grant rights to {who} on %n host?</source>
        <comment>Grant rights to {who} on %n hosts?</comment>
        <translation>
            <numerusform>{who} auf %n Host Rechte gewähren?</numerusform>
            <numerusform>{who} auf %n Hosts Rechte gewähren?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grant, deny or revoke on %n host</source>
        <comment>Grant, deny or revoke on %n hosts</comment>
        <translation>
            <numerusform>Auf %n Host gewähren, verweigern oder entziehen</numerusform>
            <numerusform>Auf %n Hosts gewähren, verweigern oder entziehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Grant, deny or revoke on selected h&amp;osts...</source>
        <translation>Auf ausgewählten H&amp;osts gewähren, verweigern oder entziehen...</translation>
    </message>
    <message>
        <source>Has pending changes. Apply or discard them, then try again.</source>
        <translation>Hat ausstehende Änderungen. Wenden Sie sie an oder verwerfen Sie sie, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>He&amp;lp</source>
        <translation>H&amp;ilfe</translation>
    </message>
    <message>
        <source>History has no change of this host.</source>
        <translation>Der Verlauf enthält keine Änderung dieses Hosts.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Inherit only (IO)</source>
        <translation>Nur vererben (IO)</translation>
    </message>
    <message>
        <source>Integrity label</source>
        <translation>Verbindlichkeitsstufe</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>It isn&apos;t known what the last change left here: {action}.</source>
        <translation>Es ist nicht bekannt, was die letzte Änderung hier hinterlassen hat: {action}.</translation>
    </message>
    <message>
        <source>It isn&apos;t known what was changed. Open History and select Check again.</source>
        <translation>Es ist nicht bekannt, was geändert wurde. Öffnen Sie den Verlauf, und wählen Sie „Erneut prüfen“ aus.</translation>
    </message>
    <message>
        <source>It&apos;s empty.</source>
        <translation>Sie ist leer.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkombinationen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Locally</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Lose access: {names}</source>
        <translation>Verlieren den Zugriff: {names}</translation>
    </message>
    <message>
        <source>Make this change on this host by itself.</source>
        <translation>Nehmen Sie diese Änderung auf diesem Host einzeln vor.</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Material Design Icons: Apache License 2.0</source>
        <translation>Material Design Icons: Apache License 2.0</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name, IP address, name:port or URL</source>
        <translation>Name, IP-Adresse, Name:Port oder URL</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No by itself</source>
        <translation>Für sich: nein</translation>
    </message>
    <message>
        <source>No change was made, because a snapshot couldn&apos;t be saved first.</source>
        <translation>Es wurde nichts geändert, da zuvor kein Snapshot gespeichert werden konnte.</translation>
    </message>
    <message>
        <source>No changes needed.</source>
        <translation>Keine Änderungen nötig.</translation>
    </message>
    <message>
        <source>No changes were made.</source>
        <translation>Es wurden keine Änderungen vorgenommen.</translation>
    </message>
    <message numerus="yes">
        <source>No differences in %n endpoint</source>
        <comment>No differences in %n endpoints</comment>
        <translation>
            <numerusform>Keine Unterschiede bei %n Endpunkt</numerusform>
            <numerusform>Keine Unterschiede bei %n Endpunkten</numerusform>
        </translation>
    </message>
    <message>
        <source>No endpoint will accept remote sessions; see the reasons below.</source>
        <translation>Kein Endpunkt wird Remotesitzungen zulassen; siehe Gründe unten.</translation>
    </message>
    <message>
        <source>No endpoints</source>
        <translation>Keine Endpunkte</translation>
    </message>
    <message>
        <source>No entry</source>
        <translation>Kein Eintrag</translation>
    </message>
    <message>
        <source>No one loses or gains access.</source>
        <translation>Niemand verliert oder erhält Zugriff.</translation>
    </message>
    <message>
        <source>No, unless one of its groups is allowed</source>
        <translation>Nein, sofern keine seiner Gruppen zugelassen ist</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message>
        <source>Not changed, because they can&apos;t be read: {names}.</source>
        <translation>Nicht geändert, weil sie nicht gelesen werden können: {names}.</translation>
    </message>
    <message>
        <source>Not changed: it can&apos;t be read.</source>
        <translation>Nicht geändert: kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Not connected. Connect to it, then try again.</source>
        <translation>Nicht verbunden. Verbinden Sie sich mit dem Host, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Not read before the report was saved.</source>
        <translation>Nicht gelesen, bevor der Bericht gespeichert wurde.</translation>
    </message>
    <message>
        <source>Nothing to change; see the reasons below.</source>
        <translation>Nichts zu ändern; siehe Gründe unten.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Object inherit (OI)</source>
        <translation>Objektvererbung (OI)</translation>
    </message>
    <message>
        <source>On all endpoints. The account is looked up on each host. WinRM isn&apos;t restarted.</source>
        <translation>Auf allen Endpunkten. Das Konto wird auf jedem Host gesucht. WinRM wird nicht neu gestartet.</translation>
    </message>
    <message>
        <source>On {endpoint}. The account is looked up on each host. WinRM isn&apos;t restarted.</source>
        <translation>Auf {endpoint}. Das Konto wird auf jedem Host gesucht. WinRM wird nicht neu gestartet.</translation>
    </message>
    <message>
        <source>Only in the reference</source>
        <translation>Nur in der Referenz</translation>
    </message>
    <message>
        <source>Only in the target</source>
        <translation>Nur im Ziel</translation>
    </message>
    <message>
        <source>Only local sessions will be possible, for users the other entries allow.</source>
        <translation>Nur lokale Sitzungen werden möglich sein, für Benutzer, denen die übrigen Einträge es gewähren.</translation>
    </message>
    <message>
        <source>Only settings of the host change.</source>
        <translation>Nur Einstellungen des Hosts ändern sich.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open &amp;list of hosts...</source>
        <translation>&amp;Liste von Hosts öffnen...</translation>
    </message>
    <message>
        <source>Open History and select Check again.</source>
        <translation>Öffnen Sie den Verlauf, und wählen Sie „Erneut prüfen“ aus.</translation>
    </message>
    <message>
        <source>Open History to try again.</source>
        <translation>Öffnen Sie den Verlauf, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <source>Order of the audit entries</source>
        <translation>Reihenfolge der Überwachungseinträge</translation>
    </message>
    <message>
        <source>Order of the entries</source>
        <translation>Reihenfolge der Einträge</translation>
    </message>
    <message>
        <source>Over the network</source>
        <translation>Über das Netzwerk</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation>PowerShell</translation>
    </message>
    <message>
        <source>Practice host: a simulated Windows server. You can change anything.</source>
        <translation>Übungshost: ein simulierter Windows-Server. Sie können alles ändern.</translation>
    </message>
    <message>
        <source>Preview d&amp;isabling remoting...</source>
        <translation>Vorschau: Remoting d&amp;eaktivieren...</translation>
    </message>
    <message>
        <source>Preview e&amp;nabling remoting...</source>
        <translation>Vorschau: Remoting a&amp;ktivieren...</translation>
    </message>
    <message>
        <source>Preview setting to Di&amp;sabled...</source>
        <translation>Vorschau: auf D&amp;eaktiviert festlegen...</translation>
    </message>
    <message>
        <source>Preview setting to L&amp;ocal...</source>
        <translation>Vorschau: auf L&amp;okal festlegen...</translation>
    </message>
    <message>
        <source>Preview setting to Re&amp;mote...</source>
        <translation>Vorschau: auf Re&amp;mote festlegen...</translation>
    </message>
    <message>
        <source>Preview: {action}</source>
        <translation>Vorschau: {action}</translation>
    </message>
    <message>
        <source>Primary group</source>
        <translation>Primäre Gruppe</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Prinzipal</translation>
    </message>
    <message>
        <source>Python: PSF License</source>
        <translation>Python: PSF License</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are linked dynamically: you can replace them with your own versions.</source>
        <translation>Qt und PySide6 werden unter der GNU Lesser General Public License, Version 3, verwendet. Sie sind dynamisch gebunden: Sie können sie durch eigene Versionen ersetzen.</translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation>&amp;Entziehen</translation>
    </message>
    <message>
        <source>Read-only. Turn that off for this host first.</source>
        <translation>Schreibgeschützt. Heben Sie den Schreibschutz für diesen Host zuerst auf.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Reading was canceled.</source>
        <translation>Das Lesen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>Wird gelesen...</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Refresh the host, then save the report again.</source>
        <translation>Aktualisieren Sie den Host, und speichern Sie den Bericht dann erneut.</translation>
    </message>
    <message>
        <source>Refresh to try again.</source>
        <translation>Aktualisieren Sie, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <source>Refreshed since the change was planned. No changes were made here.</source>
        <translation>Seit der Planung der Änderung aktualisiert. Hier wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Registry export {path}, saved {moment}. Read-only, not connected.</source>
        <translation>Registrierungsexport {path}, gespeichert am {moment}. Schreibgeschützt, nicht verbunden.</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Remote</translation>
    </message>
    <message>
        <source>Remote and local sessions will be possible, for users the permissions allow.</source>
        <translation>Remote- und lokale Sitzungen werden möglich sein, für Benutzer, denen die Berechtigungen es gewähren.</translation>
    </message>
    <message>
        <source>Remote sessions will be blocked. Local sessions still follow the remaining entries.</source>
        <translation>Remotesitzungen werden gesperrt. Für lokale Sitzungen gelten weiterhin die übrigen Einträge.</translation>
    </message>
    <message>
        <source>Remote sessions will be blocked. Local sessions still follow the remaining entries. WinRM keeps running; winrs, WMI and SSH aren&apos;t affected. Disabled endpoints aren&apos;t changed.</source>
        <translation>Remotesitzungen werden gesperrt. Für lokale Sitzungen gelten weiterhin die übrigen Einträge. WinRM wird weiter ausgeführt; winrs, WMI und SSH sind nicht betroffen. Deaktivierte Endpunkte werden nicht geändert.</translation>
    </message>
    <message>
        <source>Remove ever&amp;y entry</source>
        <translation>Alle Einträge ent&amp;fernen</translation>
    </message>
    <message>
        <source>Remove every entry for {who}</source>
        <translation>Alle Einträge für {who} entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove every entry for {who} on %n host?</source>
        <comment>Remove every entry for {who} on %n hosts?</comment>
        <translation>
            <numerusform>Alle Einträge für {who} auf %n Host entfernen?</numerusform>
            <numerusform>Alle Einträge für {who} auf %n Hosts entfernen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove on %n host</source>
        <comment>Remove on %n hosts</comment>
        <translation>
            <numerusform>Auf %n Host entfernen</numerusform>
            <numerusform>Auf %n Hosts entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Removes all entries for this principal.</source>
        <translation>Entfernt alle Einträge für diesen Prinzipal.</translation>
    </message>
    <message>
        <source>Removes these rights from the principal&apos;s Allow entries. Other groups might still allow them.</source>
        <translation>Entfernt diese Rechte aus den Zulassen-Einträgen des Prinzipals. Andere Gruppen lassen sie möglicherweise weiterhin zu.</translation>
    </message>
    <message>
        <source>Report a &amp;problem</source>
        <translation>Ein &amp;Problem melden</translation>
    </message>
    <message>
        <source>Resource attribute</source>
        <translation>Ressourcenattribut</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Retry &amp;failed hosts</source>
        <translation>&amp;Fehlgeschlagene Hosts erneut versuchen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message numerus="yes">
        <source>Revert &amp;all %n endpoint...</source>
        <comment>Revert &amp;all %n endpoints...</comment>
        <translation>
            <numerusform>&amp;Alle Änderungen an %n Endpunkt zurücksetzen...</numerusform>
            <numerusform>&amp;Alle Änderungen an %n Endpunkten zurücksetzen...</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revert &amp;all %n setting...</source>
        <comment>Revert &amp;all %n settings...</comment>
        <translation>
            <numerusform>&amp;Alle Änderungen an %n Einstellung zurücksetzen...</numerusform>
            <numerusform>&amp;Alle Änderungen an %n Einstellungen zurücksetzen...</numerusform>
        </translation>
    </message>
    <message>
        <source>Revert &amp;last change on selected hosts...</source>
        <translation>&amp;Letzte Änderung auf ausgewählten Hosts zurücksetzen...</translation>
    </message>
    <message>
        <source>Revert it on this host by itself, from History.</source>
        <translation>Setzen Sie sie auf diesem Host einzeln zurück, über den Verlauf.</translation>
    </message>
    <message numerus="yes">
        <source>Revert on %n host</source>
        <comment>Revert on %n hosts</comment>
        <translation>
            <numerusform>Auf %n Host zurücksetzen</numerusform>
            <numerusform>Auf %n Hosts zurücksetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Revert the last change</source>
        <translation>Letzte Änderung zurücksetzen</translation>
    </message>
    <message numerus="yes">
        <source>Revert the last change on %n host?</source>
        <comment>Revert the last change on %n hosts?</comment>
        <translation>
            <numerusform>Letzte Änderung auf %n Host zurücksetzen?</numerusform>
            <numerusform>Letzte Änderung auf %n Hosts zurücksetzen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke on %n host</source>
        <comment>Revoke on %n hosts</comment>
        <translation>
            <numerusform>Auf %n Host entziehen</numerusform>
            <numerusform>Auf %n Hosts entziehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke rights from {who}</source>
        <translation>{who} Rechte entziehen</translation>
    </message>
    <message numerus="yes">
        <source>Revoke rights from {who} on %n host?</source>
        <comment>Revoke rights from {who} on %n hosts?</comment>
        <translation>
            <numerusform>{who} auf %n Host Rechte entziehen?</numerusform>
            <numerusform>{who} auf %n Hosts Rechte entziehen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Row h&amp;eight</source>
        <translation>Z&amp;eilenhöhe</translation>
    </message>
    <message>
        <source>Run as</source>
        <translation>Ausführen als</translation>
    </message>
    <message>
        <source>Run this in a terminal to see why: python -m gatepost.practice --scenario {scenario}</source>
        <translation>Führen Sie dies in einem Terminal aus, um den Grund zu sehen: python -m gatepost.practice --scenario {scenario}</translation>
    </message>
    <message>
        <source>SACL flags</source>
        <translation>SACL-Flags</translation>
    </message>
    <message>
        <source>SDDL before and after</source>
        <translation>SDDL vorher und nachher</translation>
    </message>
    <message>
        <source>SID</source>
        <translation>SID</translation>
    </message>
    <message>
        <source>Sa&amp;ve snapshot...</source>
        <translation>S&amp;napshot speichern...</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Save a snapshot</source>
        <translation>Einen Snapshot speichern</translation>
    </message>
    <message>
        <source>Save r&amp;eport...</source>
        <translation>Be&amp;richt speichern...</translation>
    </message>
    <message>
        <source>Save report of &amp;all hosts...</source>
        <translation>Bericht über alle H&amp;osts speichern...</translation>
    </message>
    <message>
        <source>Script and SDDL</source>
        <translation>Skript und SDDL</translation>
    </message>
    <message>
        <source>Script, SDDL and Still open</source>
        <translation>Skript, SDDL und „Noch offen“</translation>
    </message>
    <message>
        <source>Set by policy</source>
        <translation>Durch Richtlinie festgelegt</translation>
    </message>
    <message>
        <source>Set to &amp;Disabled...</source>
        <translation>Auf &amp;Deaktiviert festlegen...</translation>
    </message>
    <message>
        <source>Set to &amp;Local...</source>
        <translation>Auf &amp;Lokal festlegen...</translation>
    </message>
    <message>
        <source>Set to &amp;Remote...</source>
        <translation>Auf &amp;Remote festlegen...</translation>
    </message>
    <message>
        <source>Set to Disabled</source>
        <translation>Auf Deaktiviert festlegen</translation>
    </message>
    <message>
        <source>Set to Local</source>
        <translation>Auf Lokal festlegen</translation>
    </message>
    <message>
        <source>Set to Remote</source>
        <translation>Auf Remote festlegen</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Settings of the host aren&apos;t reverted here. Revert them from History.</source>
        <translation>Einstellungen des Hosts werden hier nicht zurückgesetzt. Setzen Sie sie über den Verlauf zurück.</translation>
    </message>
    <message>
        <source>Settings of the host were changed last: {action}.</source>
        <translation>Zuletzt wurden Einstellungen des Hosts geändert: {action}.</translation>
    </message>
    <message>
        <source>Several accounts are called &quot;{name}&quot; here: {accounts}. Enter a SID or the full name.</source>
        <translation>Mehrere Konten heißen hier „{name}“: {accounts}. Geben Sie eine SID oder den vollständigen Namen ein.</translation>
    </message>
    <message>
        <source>Snapshot of {host}, taken {moment} by {account} ({path}). Read-only, not connected.</source>
        <translation>Snapshot von {host}, erstellt am {moment} von {account} ({path}). Schreibgeschützt, nicht verbunden.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Startup script</source>
        <translation>Startskript</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Antragsteller</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>The change as a script</source>
        <translation>Die Änderung als Skript</translation>
    </message>
    <message>
        <source>The endpoint was removed from the host. Your changes are kept until you discard them.</source>
        <translation>Der Endpunkt wurde vom Host entfernt. Ihre Änderungen bleiben erhalten, bis Sie sie verwerfen.</translation>
    </message>
    <message>
        <source>The endpoint will be disabled for everyone. Its permissions aren&apos;t changed.</source>
        <translation>Der Endpunkt wird für alle deaktiviert. Seine Berechtigungen ändern sich nicht.</translation>
    </message>
    <message>
        <source>The endpoints will be disabled for everyone. Their permissions aren&apos;t changed.</source>
        <translation>Die Endpunkte werden für alle deaktiviert. Ihre Berechtigungen ändern sich nicht.</translation>
    </message>
    <message>
        <source>The host has no name for this SID.</source>
        <translation>Der Host kennt keinen Namen für diese SID.</translation>
    </message>
    <message>
        <source>The last change left nothing here to revert: {action}.</source>
        <translation>Die letzte Änderung hat hier nichts hinterlassen, das zurückgesetzt werden kann: {action}.</translation>
    </message>
    <message>
        <source>The practice host runs on this computer, but {address}, this computer&apos;s own address, doesn&apos;t answer ({why}).</source>
        <translation>Der Übungshost wird auf diesem Computer ausgeführt, aber {address}, die eigene Adresse dieses Computers, antwortet nicht ({why}).</translation>
    </message>
    <message>
        <source>The practice host {scenario} didn&apos;t start.</source>
        <translation>Der Übungshost {scenario} wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>The same host as in another row.</source>
        <translation>Derselbe Host wie in einer anderen Zeile.</translation>
    </message>
    <message>
        <source>The test endpoint {name} from an earlier host check couldn&apos;t be removed. No changes were made. Remove it on the host with Unregister-PSSessionConfiguration, then try again.</source>
        <translation>Der Testendpunkt {name} einer früheren Hostprüfung konnte nicht entfernt werden. Es wurde nichts geändert. Entfernen Sie ihn auf dem Host mit Unregister-PSSessionConfiguration, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The text on the SDDL tab couldn&apos;t be checked. Edit or revert it first.</source>
        <translation>Der Text auf der Registerkarte „SDDL“ konnte nicht geprüft werden. Bearbeiten Sie ihn zuerst, oder setzen Sie ihn zurück.</translation>
    </message>
    <message>
        <source>The text on the SDDL tab isn&apos;t valid. Correct or revert it first.</source>
        <translation>Der Text auf der Registerkarte „SDDL“ ist nicht gültig. Korrigieren Sie ihn zuerst, oder setzen Sie ihn zurück.</translation>
    </message>
    <message>
        <source>The whole configuration is sent: the host might verify the password of {user} again and refuse.</source>
        <translation>Die gesamte Konfiguration wird gesendet: Der Host überprüft möglicherweise das Kennwort von {user} erneut und lehnt ab.</translation>
    </message>
    <message>
        <source>These changes haven&apos;t been applied and will be lost.</source>
        <translation>Diese Änderungen wurden nicht angewendet und gehen verloren.</translation>
    </message>
    <message>
        <source>These endpoints will be enabled and accept remote sessions from anyone their permissions allow.</source>
        <translation>Diese Endpunkte werden aktiviert und lassen Remotesitzungen von allen zu, denen ihre Berechtigungen es gewähren.</translation>
    </message>
    <message>
        <source>These might be one host under several names, which would be changed more than once: they have the same machine SID, {sid}, and the same endpoints.</source>
        <translation>Dies könnte ein Host unter mehreren Namen sein, der dann mehrfach geändert würde: Die Computer-SID {sid} und die Endpunkte sind dieselben.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>This doesn&apos;t change the WinRM service, listeners, firewall rules or LocalAccountTokenFilterPolicy.</source>
        <translation>WinRM-Dienst, Listener, Firewallregeln und LocalAccountTokenFilterPolicy werden nicht geändert.</translation>
    </message>
    <message numerus="yes">
        <source>This endpoint has pending changes: {names}</source>
        <comment>%n endpoints have pending changes: {names}</comment>
        <translation>
            <numerusform>Dieser Endpunkt hat ausstehende Änderungen: {names}</numerusform>
            <numerusform>%n Endpunkte haben ausstehende Änderungen: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>This endpoint was changed on the host after you started editing. Merge, keep or discard your changes first.</source>
        <translation>Dieser Endpunkt wurde auf dem Host geändert, nachdem Sie mit der Bearbeitung begonnen haben. Führen Sie Ihre Änderungen zuerst zusammen, behalten oder verwerfen Sie sie.</translation>
    </message>
    <message>
        <source>This endpoint will be enabled and accept remote sessions from anyone its permissions allow.</source>
        <translation>Dieser Endpunkt wird aktiviert und lässt Remotesitzungen von allen zu, denen seine Berechtigungen es gewähren.</translation>
    </message>
    <message>
        <source>This entry can&apos;t be read.</source>
        <translation>Dieser Eintrag kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This host has no endpoint {name}.</source>
        <translation>Dieser Host hat keinen Endpunkt {name}.</translation>
    </message>
    <message>
        <source>This host has no endpoints.</source>
        <translation>Dieser Host hat keine Endpunkte.</translation>
    </message>
    <message>
        <source>This isn&apos;t a list of hosts.</source>
        <translation>Das ist keine Liste von Hosts.</translation>
    </message>
    <message>
        <source>This page is in English.</source>
        <translation>Diese Seite ist in englischer Sprache.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Symbolleiste</translation>
    </message>
    <message>
        <source>Trust label</source>
        <translation>Vertrauensbeschriftung</translation>
    </message>
    <message>
        <source>Try &amp;NTLM...</source>
        <translation>Mit &amp;NTLM versuchen...</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Type {host} to confirm.</source>
        <translation>Geben Sie zur Bestätigung {host} ein.</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Unchanged entries</source>
        <translation>Unveränderte Einträge</translation>
    </message>
    <message>
        <source>Unexpected error in Gatepost while reading History.</source>
        <translation>Unerwarteter Fehler in Gatepost beim Lesen des Verlaufs.</translation>
    </message>
    <message>
        <source>Unexpected error in Gatepost while reading {host}.</source>
        <translation>Unerwarteter Fehler in Gatepost beim Lesen von {host}.</translation>
    </message>
    <message>
        <source>Unexpected error in Gatepost: the change can&apos;t be evaluated, so it can&apos;t be confirmed. Close this dialog, then try again.</source>
        <translation>Unerwarteter Fehler in Gatepost: Die Änderung kann nicht ausgewertet und daher nicht bestätigt werden. Schließen Sie dieses Dialogfeld, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Unexpected error in Gatepost: this couldn&apos;t be evaluated.</source>
        <translation>Unerwarteter Fehler in Gatepost: Dies konnte nicht ausgewertet werden.</translation>
    </message>
    <message numerus="yes">
        <source>Use &amp;saved credentials for %n host</source>
        <comment>Use &amp;saved credentials for %n hosts</comment>
        <translation>
            <numerusform>Ge&amp;speicherte Anmeldeinformationen für %n Host verwenden</numerusform>
            <numerusform>Ge&amp;speicherte Anmeldeinformationen für %n Hosts verwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>WinRM isn&apos;t restarted.</source>
        <translation>WinRM wird nicht neu gestartet.</translation>
    </message>
    <message>
        <source>WinRM keeps running; winrs, WMI and SSH aren&apos;t affected (see Details).</source>
        <translation>WinRM wird weiter ausgeführt; winrs, WMI und SSH sind nicht betroffen (siehe Details).</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Yes by itself</source>
        <translation>Für sich: ja</translation>
    </message>
    <message>
        <source>Yes, unless one of its groups is denied</source>
        <translation>Ja, sofern keiner seiner Gruppen der Zugriff verweigert wird</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>after   </source>
        <translation>nachher </translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>before  </source>
        <translation>vorher  </translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>inherited from RootSDDL</source>
        <translation>von RootSDDL geerbt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>keine Änderung</translation>
    </message>
    <message>
        <source>no flags</source>
        <translation>keine Flags</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>partly changed</source>
        <translation>teilweise geändert</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>unchanged  {sddl}</source>
        <translation>unverändert  {sddl}</translation>
    </message>
    <message>
        <source>winrs, WMI over WS-Management and PowerShell over SSH stay available.</source>
        <translation>winrs, WMI über WS-Management und PowerShell über SSH bleiben verfügbar.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{action}, applied {when}</source>
        <translation>{action}, angewendet am {when}</translation>
    </message>
    <message>
        <source>{action}, as {account}: {summary}</source>
        <translation>{action}, als {account}: {summary}</translation>
    </message>
    <message>
        <source>{action}, reverted {when}</source>
        <translation>{action}, rückgängig gemacht am {when}</translation>
    </message>
    <message numerus="yes">
        <source>{action}: applied and verified on %n host</source>
        <comment>{action}: applied and verified on %n hosts</comment>
        <translation>
            <numerusform>{action}: auf %n Host angewendet und überprüft</numerusform>
            <numerusform>{action}: auf %n Hosts angewendet und überprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{action}: applied and verified on {changed} of %n host, no change needed elsewhere</source>
        <comment>{action}: applied and verified on {changed} of %n hosts, no change needed on the others</comment>
        <translation>
            <numerusform>{action}: auf {changed} von %n Host angewendet und überprüft, sonst keine Änderung nötig</numerusform>
            <numerusform>{action}: auf {changed} von %n Hosts angewendet und überprüft, auf den übrigen keine Änderung nötig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{action}: applied and verified, %n item</source>
        <comment>{action}: applied and verified, %n items</comment>
        <translation>
            <numerusform>{action}: angewendet und überprüft, %n Element</numerusform>
            <numerusform>{action}: angewendet und überprüft, %n Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{action}: no change needed on %n host</source>
        <comment>{action}: no change needed on %n hosts</comment>
        <translation>
            <numerusform>{action}: auf %n Host keine Änderung nötig</numerusform>
            <numerusform>{action}: auf %n Hosts keine Änderung nötig</numerusform>
        </translation>
    </message>
    <message>
        <source>{action}?</source>
        <translation>{action}?</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} bis {end}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>noch {count}</translation>
    </message>
    <message>
        <source>{count} of {changing}: {names}</source>
        <translation>{count} von {changing}: {names}</translation>
    </message>
    <message>
        <source>{count} skipped</source>
        <translation>{count} übersprungen</translation>
    </message>
    <message>
        <source>{count} unchanged</source>
        <translation>{count} unverändert</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n host done as planned</source>
        <comment>{done} of %n hosts done as planned</comment>
        <translation>
            <numerusform>{done} von %n Host wie geplant erledigt</numerusform>
            <numerusform>{done} von %n Hosts wie geplant erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>{entry}, if {condition}</source>
        <translation>{entry}, wenn {condition}</translation>
    </message>
    <message>
        <source>{entry}, inherited</source>
        <translation>{entry}, geerbt</translation>
    </message>
    <message>
        <source>{host} (file) - Gatepost</source>
        <translation>{host} (Datei) - Gatepost</translation>
    </message>
    <message>
        <source>{host} as {account} (read-only) - Gatepost</source>
        <translation>{host} als {account} (schreibgeschützt) - Gatepost</translation>
    </message>
    <message>
        <source>{host} as {account} - Gatepost</source>
        <translation>{host} als {account} - Gatepost</translation>
    </message>
    <message>
        <source>{host} as {account}, {how}, encrypted</source>
        <translation>{host} als {account}, {how}, verschlüsselt</translation>
    </message>
    <message>
        <source>{host} as {account}, {how}, not encrypted</source>
        <translation>{host} als {account}, {how}, nicht verschlüsselt</translation>
    </message>
    <message>
        <source>{host}: {names}</source>
        <translation>{host}: {names}</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message numerus="yes">
        <source>{name} on {host} can&apos;t be changed</source>
        <comment>%n endpoints on {host} can&apos;t be changed</comment>
        <translation>
            <numerusform>{name} auf {host} kann nicht geändert werden</numerusform>
            <numerusform>%n Endpunkte auf {host} können nicht geändert werden</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, version unknown</source>
        <translation>{name}, Version unbekannt</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>{outcome}, checked manually</source>
        <translation>{outcome}, manuell geprüft</translation>
    </message>
    <message>
        <source>{reached} of {count} endpoints will accept remote sessions from anyone their permissions allow; see the reasons for the others below.</source>
        <translation>{reached} von {count} Endpunkten werden Remotesitzungen von allen zulassen, denen ihre Berechtigungen es gewähren; Gründe für die übrigen siehe unten.</translation>
    </message>
    <message>
        <source>{rights}, on all endpoints. The account is looked up on each host. WinRM isn&apos;t restarted.</source>
        <translation>{rights}, auf allen Endpunkten. Das Konto wird auf jedem Host gesucht. WinRM wird nicht neu gestartet.</translation>
    </message>
    <message>
        <source>{rights}, on {endpoint}. The account is looked up on each host. WinRM isn&apos;t restarted.</source>
        <translation>{rights}, auf {endpoint}. Das Konto wird auf jedem Host gesucht. WinRM wird nicht neu gestartet.</translation>
    </message>
    <message>
        <source>{sid} can&apos;t be used in a permission.</source>
        <translation>{sid} kann nicht in einer Berechtigung verwendet werden.</translation>
    </message>
    <message numerus="yes">
        <source>{warning} (%n host)</source>
        <comment>{warning} (all %n hosts)</comment>
        <translation>
            <numerusform>{warning} (%n Host)</numerusform>
            <numerusform>{warning} (alle %n Hosts)</numerusform>
        </translation>
    </message>
    <message>
        <source>{warning} ({hosts})</source>
        <translation>{warning} ({hosts})</translation>
    </message>
    <message>
        <source>{who}, if also a member of {also}</source>
        <translation>{who}, falls auch Mitglied von {also}</translation>
    </message>
    <message>
        <source>{words} ({count})</source>
        <translation>{words} ({count})</translation>
    </message>
</context>
<context>
    <name>WaitDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Evaluating the change...</source>
        <translation>Die Änderung wird ausgewertet...</translation>
    </message>
    <message>
        <source>Gatepost</source>
        <translation>Gatepost</translation>
    </message>
</context>
<context>
    <name>WarningsBox</name>
    <message>
        <source>&amp;Warnings</source>
        <translation>&amp;Warnungen</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Warnings and hosts</source>
        <translation>Warnungen und Hosts</translation>
    </message>
</context>
<context>
    <name>_ChangeList</name>
    <message>
        <source>{change} (disconnects)</source>
        <translation>{change} (trennt die Verbindung)</translation>
    </message>
</context>
<context>
    <name>_SidList</name>
    <message>
        <source>Press Delete to remove a group</source>
        <translation>Drücken Sie Entf, um eine Gruppe zu entfernen</translation>
    </message>
</context>
</TS>
