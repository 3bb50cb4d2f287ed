<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Gatepost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatepost {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Material Design Icons: Apache License 2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions of PowerShell session configurations, here and on remote hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python: PSF License</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are linked dynamically: you may replace them by versions of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and licenses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, version not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccessMode</name>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccessPage</name>
    <message>
        <source>Anyone (no list of permissions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {changing}: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, if also in {also}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccessSummaryPage</name>
    <message>
        <source>&quot;Over the network&quot; and &quot;at the console&quot; columns ignore this setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;onnection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to one to see who gets in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No one can open a session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of {host} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host has no PowerShell endpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, {where}, {way}: now {now}, with pending changes {draft}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, {where}, {way}: {now}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AceTableModel</name>
    <message>
        <source>Applies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host has given no name for this SID: the account may be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} (pending)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type}, inherited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerTableModel</name>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BACKEND</name>
    <message>
        <source>&quot;{given}&quot; isn&apos;t a valid IPv4 address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{given}&quot; isn&apos;t a valid IPv6 address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{given}&quot; isn&apos;t a valid host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{given}&quot; isn&apos;t a valid port. Enter a number from 1 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Group Policy owns this setting on {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A URL must begin with http:// or https://, not with {scheme}://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A YAML inventory can&apos;t be read. Use the INI format, or one host name on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client certificate requires HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway on the way gets no answer from {host} (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later version of Gatepost has written it. Nothing is written to a host without it: use that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of WinRM on {host} crashed during the request: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy on {host} forbids storing a RunAs user (DisableRunAs).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy there might restrict incoming NTLM traffic, or a device on the way might remove the logon. Use Kerberos, with the host&apos;s name in the domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy is a URL with a port and without an account, as in http://proxy.example.com:3128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy on the way to {host} requires a logon (HTTP 407).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy or a load balancer might have changed it. Connect directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy, a firewall or a filter on the way, or the host&apos;s own web server, blocks the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session may have stayed open on the host: closing it failed. The host ends it after its idle time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web server answers at {host}, not WinRM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access to WinRM on {host} is forbidden (HTTP 403).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access to {host} is denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds it, and nothing is written to a host without it. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied and verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator of the account, then connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic has no agreed encoding for them; Gatepost sends UTF-8. Check both, or use NTLM or Kerberos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t connect to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t read now which certificates are trusted and which hosts are read-only ({why}): {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t read the list of hosts now ({why}): {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t read the list of hosts. It&apos;s treated as empty: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t read the settings now ({why}). The defaults are used: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t read which certificates are trusted and which hosts are read-only: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t resolve &quot;{host}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t save the list of hosts in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t save what protects your hosts in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it at a Windows logon, then connect with the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it in the policy; here it is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the policy, or take the RunAs user off the endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed on the host since it was last read. Not applied. Refresh and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check both. Wrong passwords, tried often, lock an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check how it&apos;s spelled, and whether this computer can reach the DNS server that knows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its SDDL. Windows wants an owner and a group in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check port and path. An address filter of its WinRM service (IPv4Filter) might also exclude this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is still there and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it&apos;s switched on and that no firewall blocks its port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the Windows Remote Management files and their registration are intact (winrm id).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the host is running, or connect without the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the port. A logon page of the network (captive portal) might be in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the port. The details say what came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, and whether this computer&apos;s network or VPN is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name. If it is right, somebody might be in between: ask whoever runs the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and DNS settings of the host, or log on with a local account of the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the name of the domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network. The details say what this computer reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user name and the domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user name. If the domain is right, check the network and the DNS server that knows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Edit connection and enter them again. Failed logons can lock the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a client certificate file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that Gatepost has saved, or a registry export of the WSMAN\Plugin key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file with certificates in PEM, DER (.cer) or PKCS #7 (.p7b).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one, or install what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the CA file of that authority. If it is an intermediate authority, install its certificate on the host. Or compare the SHA-256 fingerprint with the one on the host before you trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other sessions of this account on the host, or wait, then repeat. MaxShellsPerUser is in winrm/config/winrs, MaxConcurrentOperationsPerUser in winrm/config/service, or set by Group Policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other sessions on the host or raise MaxMemoryPerShellMB (winrm/config/winrs), then restart WinRM there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other sessions on the host, or wait, then try again. Quotas are in winrm/config/winrs, in winrm/config/service and in each plug-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare its SHA-256 fingerprint with the one on the host before you trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the host with the details of the entry, then mark it as checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again and choose {pick}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again and give it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a Windows host. Other WS-Management services use the same ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect with HTTPS, or update Windows on the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect with a name that it was issued to; the details list them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect with a name that it was issued to; the details list them. An address counts only where the certificate has it as an IP address, not as a DNS name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect with https:// to this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect with the authentication Client certificate, or turn off client certificate negotiation for the port on the host (netsh http show sslcert).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect with the name or address that its listener is bound to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect with the name that the host&apos;s HTTPS listener is set up for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect without it, or have the proxy allow CONNECT to this port without a logon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it in .html, .csv or .json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a host name or address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a user name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the host only. Enter the account under User.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the key HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WSMAN\Plugin with regedit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out why before you go on: somebody might be in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a certificate with SHA-256 issued for the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a certificate with a key of 2048 bits or more issued for the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a certificate with the usage Server Authentication issued for the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a certificate without it issued for the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have it renewed on the host. Check this computer&apos;s clock, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the proxy let WinRM through without a logon, or connect directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If Kerberos isn&apos;t available, NTLM is used. Over HTTP, it doesn&apos;t prove the host&apos;s identity. {gets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had not ended within a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be busy. Wait a moment, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It might be busy. Wait a moment, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It might not be that of Windows (OMI, openwsman or a management controller use the same protocol). Check the address and the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate might have no usable private key. Check the certificate of the HTTPS listener on the host (winrm enumerate winrm/config/listener).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON and XML files can&apos;t be read. List one host name on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kerberos did not log on to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List one host name on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log on to the domain (kinit), or connect with user and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logon hours, allowed computers or the right to log on from the network forbid it. Use another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the event log Microsoft-Windows-WinRM/Operational on the host, and restart WinRM there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the libraries of endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking up the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTLM, Kerberos and CredSSP need one connection from end to end. A proxy or a load balancer on the way might break it: connect directly, or use Basic over HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naming accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change needed: it was changed in the same way since it was last read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No domain controller could be found or reached to log on to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No domain controller is found for the domain in the user name, and this computer&apos;s domain doesn&apos;t know the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring found. The password is kept only until you close Gatepost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network leads to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No password of {user} on {host} is remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a host name or address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applied. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applied. {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not applied: it couldn&apos;t be read again before the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written to a host without a journal entry. Allow this account to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written to a host without it. Open the history to set the file aside and start a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first column is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first word is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open History and select Check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open services.msc: the service Windows Remote Management may be disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over HTTP, {scheme} doesn&apos;t prove the host&apos;s identity. {gets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise MaxEnvelopeSizekb on the host, then repeat: winrm set winrm/config @{{MaxEnvelopeSizekb=&quot;500&quot;}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise MaxEnvelopeSizekb on the host, then try again: winrm set winrm/config @{{MaxEnvelopeSizekb=&quot;500&quot;}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges of hosts aren&apos;t expanded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the host again: somebody may have removed the endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading and changing endpoints needs a member of Administrators. Remote Management Users are not enough: by default RootSDDL opens the configuration to Administrators alone. A local administrator other than the built-in one is filtered over the network, unless LocalAccountTokenFilterPolicy is 1: use a domain account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what stays open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what the host is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote access is switched off on {host}: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair it at the host itself: Unregister-PSSessionConfiguration, then register it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the host&apos;s machine account there: Test-ComputerSecureChannel -Repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the change: the confirmation then says what sending the whole configuration risks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart WinRM on the host. If it happens again, repair the plug-in that the message names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run winrm quickconfig on the host. WinRM listens on port 5985, and with HTTPS on port 5986.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent; couldn&apos;t be verified because the connection ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it again with Set-PSSessionConfiguration -RunAsCredential, then repeat the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock: Kerberos allows a few minutes of difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped after an earlier error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else changed at the same time: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Gatepost again as administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start WinRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the service WinRM, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on at the host itself: Enable-PSRemoting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS with {host} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CA file can&apos;t be used: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Kerberos ticket is too large for {host} (HTTP 400, request too long).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS key of {host} is too short to be safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS of {host} lacks secure renegotiation (RFC 5746).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The WS-Management client of Windows isn&apos;t available on this computer: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is in many groups. Raise MaxFieldLength and MaxRequestBytes of HTTP.sys on the host, or use another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is locked after too many wrong passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is locked, disabled or expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is not known to its domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account may not log on to {host} in this way or at this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer from {host} can&apos;t be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of {host} is larger than it is allowed to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to the write was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} has a critical extension that this computer doesn&apos;t know. No credentials were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} has a key that is too short (or its authority has). No credentials were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} has expired or isn&apos;t valid yet. No credentials were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} is signed with SHA-1 or an older algorithm. No credentials were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} isn&apos;t meant for servers. No credentials were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} was issued to a different name. No credentials were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} wasn&apos;t issued to this IP address. No credentials were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {subject} is valid until {end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks of this computer and of the domain differ too much for Kerberos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration of a plug-in on {host} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} cannot be used: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} was closed on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cryptography of this computer refuses MD5 or RC4, which {tried} needs (as in FIPS mode).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details hold Kerberos&apos; own words. NTLM might work instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details hold OpenSSL&apos;s own reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk does not take it, and nothing is written to a host without it. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, and nothing is written to a host without it. Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain doesn&apos;t trust {host}: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain knows no service {spn} (the SPN of {host} is missing).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted answer of {host} can&apos;t be decrypted. The answer was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event log Microsoft-Windows-WinRM/Operational on the host might say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a snapshot that can be opened: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heading of a column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history&apos;s entry for {subject} can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host accepted the change but still shows the old state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host accepted the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host accepted {accepted}, not {pending}. {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host applied it to {name} instead. Check the permissions of both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host couldn&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host must map it to one of its local accounts (winrm create winrm/config/service/certmapping), allow logons by certificate, and trust its issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host opened a session and closed it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host opened a session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host or WinRM might be busy or hanging. Wait a moment, then try again; restart WinRM there if it stays so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused to open a session: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: a parameter is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: access is denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: it does not allow that now, or not to this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: services that are running depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: the control is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: the service doesn&apos;t support it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: the service has not been started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: the service is disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: there is no such key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: there is no such value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: {said} (code {number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host refused: {said} {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host reported an error that doesn&apos;t tell whether the change was made: {said} (code {number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host shows the certificate that you trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host would not tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host&apos;s answer was lost, but it had opened a session, which is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host&apos;s half of the logon is in the header WWW-Authenticate. A proxy or a load balancer might remove it: connect directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal cannot be written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal is damaged, so it cannot be written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring didn&apos;t accept the password. It is kept only until you close Gatepost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of hosts was saved by a newer version of Gatepost and isn&apos;t used: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password has expired or must be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is wrong, or {host} does not know the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password might be wrong, or the account locked or expired. The host doesn&apos;t say which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy doesn&apos;t allow a connection to {host}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry export cannot be opened: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request to {host} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service isn&apos;t running any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service might be starting, stopping or overloaded. Wait a minute, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service name (SPN) HTTP for this host might belong to another account, the host&apos;s machine password might be out of date, or the account may not log on there. Check with setspn -Q {spn} and Test-ComputerSecureChannel. To log on without Kerberos, connect with NTLM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service on {host} doesn&apos;t know what was asked for: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be read; the usual ones are used: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be saved in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were written by a newer version and are left alone: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web service on {host} isn&apos;t set up for the name that was used (HTTP 400, invalid host name).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no valid Kerberos ticket for {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These settings cannot be used and are as usual: {names} ({path})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This URL is not that of a WinRM listener, such as http://srv01:5985/wsman.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not run Windows, so it has no endpoints of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer doesn&apos;t know the authority that issued the certificate of {host}. No credentials were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file isn&apos;t a host check that this version of Gatepost can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host is set to Kerberos or HTTPS only. {scheme} over HTTP is neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for a host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This isn&apos;t a valid URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This port of {host} belongs to a mail or FTP server, not to WinRM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This port of {host} belongs to an SSH server, not to WinRM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This way to log on is not available here: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again and say yes when Windows asks, or ask an administrator of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, WinRM is restarting, or a device on the way cuts connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it stays so, somebody might be in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it stays so, something on the way changes the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again: that connects anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again: that logs on anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn CredSSP on for the service (Enable-WSManCredSSP -Role Server), or use Kerberos or NTLM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn Negotiate on for the service: winrm set winrm/config/service/auth @{{Negotiate=&quot;true&quot;}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on TLS 1.2 with a current cipher suite on the host and install its updates. HTTP with NTLM or Kerberos encrypts messages without TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected error in Gatepost; see its log. Refresh to see what the host shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use --user and --password-stdin, or --cert FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Kerberos, or Basic or a client certificate over HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use brackets only for an IPv6 address, as in [2001:db8::1]:5985.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the name under which the domain knows the host, not an address or an alias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables and groups aren&apos;t hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a minute, then read the host again to see what holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until others have closed their sessions, then repeat. MaxConcurrentUsers is in winrm/config/winrs; each plug-in has quotas of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers on this port of {host} isn&apos;t HTTP, so it isn&apos;t WinRM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What protects your hosts was saved by a newer version of Gatepost: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever answers gets your user name and a response that your password can be guessed from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WinRM always names one. A proxy, a load balancer or a firewall might remove it, or another service answers: check the address and the port, or connect directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WinRM could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WinRM does not run on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WinRM doesn&apos;t redirect: check the address and the port, or connect to the new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WinRM listens on port 5985, and with HTTPS on port 5986. Check the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WinRM on {host} is stopping or restarting: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WinRM on {host} isn&apos;t ready (HTTP 503).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows denies access because Gatepost runs without the rights of an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows did not let it run as administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows did not start it ({status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows does so where no certificate is bound to the port. Check the HTTPS listener on the host (winrm enumerate winrm/config/listener; netsh http show sslcert).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With Basic over HTTP, it might reject unencrypted messages: use HTTPS, NTLM, Kerberos or CredSSP. Otherwise look at the event log Microsoft-Windows-WinRM/Operational on the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{addresses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} accepted the Kerberos ticket without proving who it is. No message was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} accepted the connection, but didn&apos;t answer the TLS handshake in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} accepted the connection, but didn&apos;t respond in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} accepted the logon, but not the message after it (HTTP 401).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} and this computer have no TLS cipher suite in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered with HTTP {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered without encryption. The answer was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answers the logon in a way that isn&apos;t understood. No message was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answers, but has no WinRM at this address (HTTP 404).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} closed the connection during the logon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} closed the connection when TLS began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} could not verify the password of the endpoint&apos;s RunAs user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} demands a client certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not accept the client certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not accept the user name and password, which have letters outside ASCII.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not accept the user name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not prove who it is. No message was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} didn&apos;t respond in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not accept this security descriptor: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not let the permissions of this endpoint be changed by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not offer {tried}. It offers {offered}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} doesn&apos;t accept NTLM. No password was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} doesn&apos;t accept requests this large (HTTP 413).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} doesn&apos;t accept the domain&apos;s Kerberos ticket. User name and password are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} doesn&apos;t answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} doesn&apos;t support strong encryption, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} doesn&apos;t use HTTPS on this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} ended the CredSSP logon before the password was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} expects HTTPS on this port, and HTTP was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} failed during the logon without saying why (HTTP 500).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} failed without saying why (HTTP 500), after it had accepted the logon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} failed without saying why (HTTP 500).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} gets too many requests (HTTP 429).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has no certificate for the name that was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has no memory left for the request: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has not, or no longer, what was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has reached a quota: there are too many shells, users or requests at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has reached a quota: this account has too many shells or requests open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has reached a quota: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} no longer knows this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} offers no way to log on that can be used here. It offers {offered}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} ran out of time for this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} reaches no domain controller: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} redirects to another address (HTTP {status}). Gatepost doesn&apos;t follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refused the request: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refuses the connection: WinRM isn&apos;t running there, or listens on another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refuses the request without naming a way to log on (HTTP 401). No password was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} rejects the request (HTTP 400).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} reports an internal error in TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} runs {said}, which is not WinRM. It has no session configurations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} shows a different certificate from the one that was trusted. No credentials were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} supports only TLS versions older than 1.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} uses a certificate that this computer doesn&apos;t trust. No credentials were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message} The journal couldn&apos;t record it: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} returned {number}, which doesn&apos;t tell whether the change was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no name for a report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is larger than 1 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rejected_by} rejected this user name and password. They weren&apos;t sent to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} {remark}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scheme} over HTTP would send the password unencrypted. Use HTTPS or another authentication method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user} is logged on with {scheme}, encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user} is logged on with {scheme}, not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} It couldn&apos;t be read back. {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} It is no longer on the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} The host shows another state. {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} The host shows the change all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} The host still shows the old state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} The host still shows the old state. {check}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Applying a change. Gatepost will close when it&apos;s done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice host: a simulated Windows server. You can change anything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallerChooser</name>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts and groups that the caller carries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom (select groups below)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connected account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connected account, {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User or group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallerModel</name>
    <message>
        <source>{name} (for Denies only)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Certificate</name>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{begin} to {end} UTC</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificateAlarm</name>
    <message>
        <source>&amp;Don&apos;t connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To trust the new certificate, first compare its fingerprint with the one on the host. Then choose Connect, forget the trusted certificate of this host, and connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted: {before}
Now: {now}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>&amp;Don&apos;t connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trust for this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprints don&apos;t match. Don&apos;t trust this certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprints match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the fingerprint shown on the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust it only if the fingerprint matches the one on the host. Only this certificate will then be accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust the certificate of {host}?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckedDialog</name>
    <message>
        <source>&amp;Mark as checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {subject} on {host} as checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this if you have checked the host yourself. The result stays as it is; your name, the time and what you found are saved in History.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you found; saved in History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckedText</name>
    <message>
        <source>&quot;{name}&quot; is an account name. SDDL takes SIDs: enter the SID, or add the account on the Permissions tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At character {place}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line breaks, quotes, and spaces around the text were removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Cop&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change as code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ignore the order of entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Left: as it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make {host} like this...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Right: as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what to compare on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints and what differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RootSDDL differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} only on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} only on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Only on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonTree</name>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the host itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConditionBox</name>
    <message>
        <source>Add to all o&amp;f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to at lea&amp;st one of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And of at least one of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another condition, as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member of all of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only members of groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and of at least one of</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access &amp;gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access &amp;lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable remoting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable remoting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enabled: no → yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enabled: yes → no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints and what changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries that stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets a descriptor of its own; so far RootSDDL decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will read Custom. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No endpoint will accept remote sessions; see the reasons below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No one gains access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No one loses access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not changed: it could not be understood. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to change; see the reasons below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only local sessions will be possible, for users the other entries allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only settings of the host change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: {verb} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote and local sessions will be possible, for users the permissions allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote sessions will be blocked. Local sessions still follow the remaining entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script and SDDL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script, SDDL, and what stays open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to {mode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint will be disabled for everyone. Its permissions aren&apos;t changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoints will be disabled for everyone. Their permissions aren&apos;t changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole configuration is sent: the host may verify the password of {user} again, and refuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These endpoints will be enabled and accept remote sessions from anyone their permissions allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This doesn&apos;t change the WinRM service, listeners, firewall rules or LocalAccountTokenFilterPolicy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This endpoint will be enabled and accept remote sessions from anyone its permissions allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WinRM isn&apos;t restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WinRM keeps running; winrs, WMI and SSH aren&apos;t affected (see Details).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after   </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before  </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged  {sddl}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>winrs, WMI over WS-Management and PowerShell over SSH stay available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} as {account}, {how}, encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} as {account}, {how}, not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reached} of {count} endpoints will accept remote sessions from anyone their permissions allow; see the reasons for the others below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} … ({count} more characters)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb} on {host}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Type {host} to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmPages</name>
    <message>
        <source>Copy all as te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDDL before and a&amp;fter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scri&amp;pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still &amp;open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;onnect to {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects over WinRM. Requires an administrator account.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectMemory</name>
    <message>
        <source>&amp;Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the trusted certificate?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this host?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatepost also forgets what protects {host}: its trusted certificate or CA file, Read-only, and Kerberos or HTTPS only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next time you connect to {host}, you&apos;ll be asked to trust its certificate. Do this only if you know why the certificate has changed. Trusted so far:
{fingerprint}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectSteps</name>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectTrial</name>
    <message>
        <source>Stop t&amp;est</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the details with a report. Passwords have been removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an error in the program, not on a host. If a change was being applied, refresh the host to check its state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected error in Gatepost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DescriptorTab</name>
    <message>
        <source>Descriptor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailTabs</name>
    <message>
        <source>Auditing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDDL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of the endpoint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsTab</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsTableModel</name>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>Audit entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descriptor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags of the audit list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags of the permission list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the audit entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiscardDialog</name>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review and apply...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard pending changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These changes haven&apos;t been applied and will be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host}: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ENDPOINTS</name>
    <message numerus="yes">
        <source>%n account or group</source>
        <comment>%n accounts and groups</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint</source>
        <comment>%n endpoints</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group</source>
        <comment>%n groups</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind of account</source>
        <comment>%n kinds of accounts</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>0: remote UAC filtering is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: remote UAC filtering is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Deny belongs before every Allow; behind one, it does not stop whom that one lets in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A caller may ask for any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A caller may ask for up to {minutes} minutes without use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A descriptor that could not be read is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kind of session that this program does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A script on the host runs in each session first; it is not read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session configuration file on the host decides what a session offers. It can be JEA: the file isn&apos;t read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session ends after {minutes} minutes without use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Allow for {who} to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Deny for {who} to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add auditing of {who} to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator at the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator over the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrators is among its groups: whoever gets in is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrators will lose access to {names} locally.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrators will lose access to {names} over the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrators will lose access to {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this, every endpoint of this host is disabled or closed to administrators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this, every endpoint of this host is disabled or closed to everyone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Align %n endpoint with {model}</source>
        <comment>Align %n endpoints with {model}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Align {name} with {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All local administrators get a full token over the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All local administrators keep full rights over the network, so stolen passwords do more harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of PowerShell, with the rights that the session runs with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow domain and private networks in the firewall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow public networks in the firewall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allows connections on the compatibility port (80).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allows connections to {way} listeners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Allow stands before the Deny for NETWORK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of its own belongs before inherited ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ansible tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers WS-Management requests: remote management, winrs, event forwarding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers requests until it&apos;s stopped or the host restarts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone (there is no list of permissions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone can open a session: there is no list of permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As RootSDDL allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {number} MB for a session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {number} commands at once in a session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {number} processes in a session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {number} requests at once for each user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {number} requests at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {number} sessions are open at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {number} sessions for each user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {number} users at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditing + {entry}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditing entries change their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditing − {entry}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Bring %n endpoint back to its state of {moment}</source>
        <comment>Bring %n endpoints back to their state of {moment}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Bring {name} back to its state of {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Change permissions of %n endpoint</source>
        <comment>Change permissions of %n endpoints</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Change permissions of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {who} in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {done}. Not changed: {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: it is no longer on the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: the host shows a part of the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: the host shows neither the state before nor the change. It was changed again since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: the host shows the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: the host shows the state before. It wasn&apos;t applied, or it was reverted since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configured, but doesn&apos;t accept requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create an HTTP listener on all addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the HTTP listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DSC configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the listener {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny {who} on {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable remoting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable the firewall rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable-PSRemoting mistakes a Deny for another account for the NETWORK Deny. Gatepost blocks them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled endpoints (skipped)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled, and closed to the network when enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doesn&apos;t answer requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain controller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate {who} in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each setting goes back to what it was before Gatepost wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable all endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable remoting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable the firewall rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable the listener {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints that Disable-PSRemoting leaves open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries that neither allow nor deny belong behind those that do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {number} keeps them out. {entry}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {number} lets them in. {entry}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone is denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone who gets in has the rights of these groups, and no others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone who gets in is an administrator of the host for that session; on a domain controller, of the domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone who gets in works with all the rights of that account. The host keeps its password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone works with their own rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firewall rule {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firewall rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give {name} a descriptor of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant {who} on {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group of {name}: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group: {old} → {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle sessions are not ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can&apos;t be reverted: its resources are not what they were. ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be made like the other one: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It depends on whether entry {number} applies, which only the host can tell. {entry}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has conditional entries: what they grant depends on who calls, and from where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no descriptor of its own: RootSDDL decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no descriptor of its own; RootSDDL decides, and RootSDDL is not changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer on the host, so there is nothing to revert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will read {mode}. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its descriptor cannot be read, so it is not changed: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its descriptor cannot be read, so it is not edited: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its descriptor cannot be read: it may open to the network when enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its descriptors differ. That the most specific one decides is assumed, not confirmed on a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its entries are not in canonical order: Windows&apos; own cmdlets fail on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its entries for {alias} were not edited: they may mean the same principal, but the host&apos;s domain is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its history entry can&apos;t be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its library, {file}, is gone from the host: no session can be opened. That version of PowerShell was probably removed; unregister the endpoint on the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name holds characters that are invisible or change the direction of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Windows read the Denies of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listener {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens on all addresses of the host, port 5985.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens on all addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens on port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens on this address only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local administrator with a filtered token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local administrators other than the built-in Administrator get a filtered token over the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local administrators other than the built-in Administrator will lose remote administration. If you sign in with such an account, your next connection will be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LocalAccountTokenFilterPolicy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locally (loopback)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loses a descriptor of its own; RootSDDL decides from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member of Remote Management Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member workstation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {who} in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NETWORK is denied by an entry that this switch does not change (inherited or for an object type).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NETWORK is denied only under a condition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NETWORK is denied other rights, but not Execute(Invoke).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry allows Execute(Invoke) to this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry allows Execute(Invoke): no one can open a session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry that applies allows Execute(Invoke); a condition keeps one out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit: one session can use up the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody will be able to open {names} locally.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody will be able to open {names} over the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody will be able to open {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all groups of the account are known. Entry {number} would keep its members out. {entry}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all groups of the account are known. Entry {number} would let its members in. {entry}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Windows client editions, -SkipNetworkProfileCheck does this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them is what this connection travels on: it ends, and nothing more can be sent from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the way the descriptor is written changes, not what it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens to the network when enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other accounts or groups are denied: whoever is among them does not get in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the network: {network}. Locally: {local}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the network: {network}. Locally: {local}. There may be others: the permissions are too complex to evaluate completely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the network: {network}. Locally: {local}. Unless another entry denies them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of {name}: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner: {old} → {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerShell (WSMan: drive)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerShell (Windows&apos; cmdlets)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary domain controller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reapply: {action}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n entry from {name}</source>
        <comment>Remove %n entries from {name}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the Everyone Deny entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the NETWORK Deny entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the token policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {who} from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {who} from {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert: {action}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke from {who} on {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RootSDDL controls winrs and tools that use it. Disable-PSRemoting doesn&apos;t change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RootSDDL denies the network as well: this can&apos;t be undone from here, only on the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RootSDDL: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running, Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running, Automatic (Delayed Start)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running, Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running, Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs workflows; their steps run with the rights of the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of all users share one process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions run as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions run as a virtual account, which is an administrator of the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions run as {user}, not as the caller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Set %n endpoint to {mode}</source>
        <comment>Set %n endpoints to {mode}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Set startup type to Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set startup type to Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set startup type to Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the service to start automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up by a session configuration file with a virtual account or required groups. What users can do is in that file and in role capabilities on the host, which aren&apos;t read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {name} to {mode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets LocalAccountTokenFilterPolicy to 1. Needed only for local accounts other than the built-in Administrator. Stolen passwords do more harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped because it is disabled. It opens to the network when enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped because it is disabled. Its descriptor cannot be read: it may open when enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand-alone server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand-alone workstation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps marked &quot;disconnects&quot; end this connection. Do only the last one from here, or use the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop WinRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computed answer is no. Your account may carry a group that is not known here, or the host has been changed since it was read: refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computed answer is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computed answer is yes. A Deny may name a group of yours that is not known here, the host may have been changed since it was read, or something outside the permissions refuses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The descriptor cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The descriptor cannot be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The descriptor that decides is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The endpoint has %n security descriptor.</source>
        <comment>The endpoint has %n security descriptors that differ.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The endpoint is disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall allows WinRM connections on the networks in these rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host still shows the state before, but the write may be under way. Check again in two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host stops answering all WS-Management requests, including winrs and event forwarding. All connections end, including this one. To start the service again, use the host&apos;s console or another tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host stops listening here. Open sessions through this listener end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind of the list changes: {old} → {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind of the list of audits changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of permissions is empty: no one can connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mandatory label keeps out accounts with a lower integrity level. Only administrators have a high one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order of the entries changes: {old} → {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permissions are too complex to evaluate completely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service doesn&apos;t accept requests from the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service keeps running now but won&apos;t start again after it stops or the host restarts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service keeps running now. After the host restarts, it must be started manually.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service starts with the host. A delayed start becomes a regular one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no predefined WinRM rules. Other rules might allow connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no list of permissions (null DACL): anyone may connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no list of permissions, which lets anyone in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to compare: one of the answers is neither yes nor no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These rules stop allowing WinRM connections. Other rules might still allow them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They accept remote sessions as soon as they&apos;re enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ends your connection, and you can&apos;t undo it remotely. To go back, use the host&apos;s console or another connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This includes you ({account}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This removes the last access to {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This removes the last administrator from {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn off remote UAC filtering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on remote UAC filtering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the SDDL of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use RootSDDL for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where an endpoint denies Everyone, all entries for Everyone are removed, as Enable-PSRemoting does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether you ({account}) lose access isn&apos;t known: not all groups of your account are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether you can still manage permissions from here isn&apos;t known: RootSDDL decides that, and it couldn&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has access isn&apos;t known: a descriptor can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has access isn&apos;t known: the permissions are too complex to evaluate completely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WinRM service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows&apos; own cmdlet would leave this endpoint open: it takes the Deny for another account for the one for NETWORK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows&apos; own cmdlet would leave {names} open: it takes the Deny for another account for the one for NETWORK. Gatepost compares SIDs exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows&apos; own cmdlet, enabling remoting, would take away the Deny for {account}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You ({account}) connect another way, which isn&apos;t changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You ({account}) keep access (based on known group memberships).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You ({account}) lose access to {names} (based on known group memberships).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can still manage permissions from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a virtual account in {groups}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a virtual account, no groups named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>couldn&apos;t be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled by policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled for {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enabled for {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filtering is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filtering is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set: remote UAC filtering is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now {mode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on port {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {some} of {count} endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port {port}, disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port {port}, enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>winrs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>winrs (RootSDDL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{accounts}: from another machine or domain. On {host} such a SID may stand for nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{back} {cuts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{disabled} of {count} disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message} {remark}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}: too complex to evaluate completely. Others may lose or gain access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, the endpoint that clients use by default, is missing: Enter-PSSession and Invoke-Command fail unless they name another endpoint. To register it, run Enable-PSRemoting on the host in Windows PowerShell; Gatepost can&apos;t.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} Not read, so left alone: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, {count} not applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, {count} not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, {count} not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, {mode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}: remote UAC filtering is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{way}, perhaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{way}, unless one of its groups is denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{way}: no, unless one of its groups allows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} (if also in {groups})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} can open sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} will gain access to {names} locally.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} will gain access to {names} over the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} will gain access to {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} will lose access to {names}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EffectiveAccessTab</name>
    <message>
        <source>Effective access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries; the one that decides is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnableDialog</name>
    <message>
        <source>Reading host settings. You can confirm when that&apos;s done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointPanel</name>
    <message>
        <source>Clear the filter to see all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a Windows host, or open a practice host from the Host menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to one, or open a practice host from the Host menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PowerShell endpoint of this host could be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No endpoint matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may be PowerShell endpoints; nothing is said of them here, and nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host has no PowerShell endpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has not been read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointTableModel</name>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access {mode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending changes; changed on the host meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows PowerShell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of its own: RootSDDL decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version} (32-bit)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointsPage</name>
    <message>
        <source>Select an endpoint to see its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntriesTab</name>
    <message>
        <source>A descriptor cannot be read. Put a readable one in its place on the SDDL tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it its own descriptor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no descriptor of its own: RootSDDL decides, which is not edited here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is audited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is empty: nobody gets in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use RootSDDL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entry}  under a condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entry}, if {condition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entry}, inherited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>&amp;Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Deny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add e&amp;ntry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App&amp;lies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ondition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inheritance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The condition is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick when to log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inherited by containers (CI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inherited by objects (OI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not for this endpoint itself (IO)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one level only (NP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when &amp;granted (success)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when ref&amp;used (failure)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Add...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain SDDL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste or type a security descriptor. It is explained as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDDL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsPage</name>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries of RootSDDL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entries that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No listeners. Only local requests are answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a host to see its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can administer WinRM and use winrs (RootSDDL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, set by policy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileController</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots and registry exports (*{suffix} *.json *.reg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table, for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page, to read and print</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileSaver</name>
    <message>
        <source>Saved as {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterEdit</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, principal, SID, or a word such as deny</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>&quot;{who}&quot; isn&apos;t known on the hosts searched. Try a SID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DOMAIN\user, a group, or a SID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints that a principal can open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a user or group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in all hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not searched (not connected): {hosts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing the first {hits}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hits} results on {asked} hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hits} results so far...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsBox</name>
    <message>
        <source>&amp;Fix for Windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the rights of these Denies one by one: the same effect, read right by Windows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldedDetails</name>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GrantDialog</name>
    <message>
        <source>&amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Deny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the dra&amp;ft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to what it is allowed, and taken out of its own Deny entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All its own entries go, Allow and Deny, whatever their rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry in front, which wins over every Allow that the principal has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes {changed} of {endpoints}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoin&amp;ts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grant, deny or revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove ever&amp;y entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of its Allow entries; other groups it is in may still allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryController</name>
    <message>
        <source>&amp;Open History...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged history is kept as {path}. A new one begins with the next change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history isn&apos;t damaged any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no change to revert.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>&amp;Mark as checked...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revert...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: host, endpoint, action, account, reason, SDDL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading history...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes match the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Set the damaged journal aside and start a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitTableModel</name>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostCheckDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents of the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows {version}, checked with Gatepost {gatepost}: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{confirmed} confirmed, {contradicted} contradicted, {open} not answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostFields</name>
    <message>
        <source>&amp;Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this host and its password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;TTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP&amp;S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this host in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, IP address, name:port or URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Po&amp;rt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostListDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, because there are too many: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}: {excerpt}{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed more than once: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the selected hosts are contacted, all with one account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list of hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use &amp;saved credentials where available: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostListModel</name>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostLists</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of hosts (*.txt *.csv *.list *.ini *.rdp *.rdg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list of hosts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostNameCheck</name>
    <message>
        <source>&amp;Host name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostPages</name>
    <message>
        <source>Pages of the host</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostPicker</name>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostView</name>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityNote</name>
    <message>
        <source>Use HTTPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use Kerberos</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterruptedDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open History...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remind me in a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatepost closed or lost the connection before the host confirmed it, or another window is still applying it. Open History and select Check again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>The entry cannot be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no descriptor of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome}, checked by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JournalTableModel</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint or setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeftoverTable</name>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set by policy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeftoversPage</name>
    <message>
        <source>All four are closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current state of the host. You confirm every change before it&apos;s made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firewall rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a host to see what Disable-PSRemoting doesn&apos;t change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the service, listeners, firewall and token policy...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To turn off WinRM completely, in this order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoginFields</name>
    <message>
        <source>&amp;Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key *.pfx *.p12);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curre&amp;nt user (Kerberos)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DOMAIN\user, or a local user of the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For local accounts of the host and for domain accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For local accounts of the host, over HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty if included above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty if not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty to use the remembered password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file with chain, or PKCS #12 (.pfx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;member the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requires the host&apos;s domain name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends your password to the host. Use only with trusted hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate must be mapped to a local account on the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses Kerberos if available, otherwise NTLM. Passwords are never sent unencrypted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has access</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gatepost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessagePanel</name>
    <message>
        <source>&amp;Edit connection...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>&amp;Restart as administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start WinRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View certificate...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View certificates...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try &amp;NTLM...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfflineSession</name>
    <message>
        <source>Offline: a registry export, {path}, of {moment}. Nothing can be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: {host} as {account} saw it on {moment}, from {path}. Nothing can be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnerTab</name>
    <message>
        <source>Change &amp;group...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change o&amp;wner...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no descriptor of its own: RootSDDL decides, which is not edited here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner may always read and change the permissions of what it owns, unless an entry for OWNER RIGHTS says otherwise. WinRM refuses a descriptor without owner or group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This descriptor cannot be read. Put a readable one in its place on the SDDL tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which is its primary group?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who owns it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PendingBox</name>
    <message>
        <source>&amp;Keep them pending, on top of this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appl&amp;y them together with this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;iscard them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard pending changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still pending afterwards:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: can&apos;t be combined with this change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PendingChangesController</name>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revert Last Change...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard all edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard edits of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {step} (Ctrl+Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert the last change (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {step} (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PendingLine</name>
    <message>
        <source>&amp;Keep my changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your changes to what the host holds now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending changes. Not applied to the host yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint was removed from the host. Your changes are kept until you discard them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint&apos;s structure changed on the host. Your changes can&apos;t be applied; discard them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This endpoint was changed on the host after you started editing. Merge your changes into it, keep them to overwrite it, or discard them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrincipalDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrincipalField</name>
    <message>
        <source>CONTOSO\Helpdesk, helpdesk@contoso.com, Administrators, S-1-5-…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here knows a name for {sid}. It is used as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several are called so. Choose which one is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of several accounts of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be resolved on this host. Enter its SID instead (S-1-5-21-…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} Enter the SID instead (S-1-5-21-…).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonRow</name>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional; saved in History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaso&amp;n or ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason or ticket</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReorderDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reorder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries that move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder canonically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder {name} canonically?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows&apos; own tools refuse to edit a list in any other order. Entries that may keep their order keep it. A Deny that comes to stand in front may stop somebody whom an Allow lets in today.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb} on {host} as {account}: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RevertController</name>
    <message>
        <source>Connect to {host} first, then ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It couldn&apos;t be read, so it isn&apos;t changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to revert: the host shows the state before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else is going on with {host}. Ask again when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RightsBox</name>
    <message>
        <source>&amp;May open sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access SACL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bit {bit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bit {bit} ({letters})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change permissions (WD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete (SD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Execute(Invoke) alone: all that opening a session needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mas&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask as a number or in SDDL&apos;s letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read permissions (RC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sp&amp;ecial: single bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take ownership (WO)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SddlPage</name>
    <message>
        <source>Cop&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No descriptor changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDDL before and after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SddlTab</name>
    <message>
        <source>&amp;Copy SDDL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what could be &amp;read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No descriptor of its own. RootSDDL decides:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDDL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SddlView</name>
    <message>
        <source>The same in words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionTestLine</name>
    <message>
        <source>&amp;Test with a real session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the host…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open and close a real session as the connected account. The host logs it; a start-up script may run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens and closes a real session as {account}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host is not connected. Refresh, then ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the host said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: The host: {host}. Computed: {computed}. {difference} {said} {left}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingDialog</name>
    <message>
        <source>Afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: {verb} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and what changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You&apos;ll be disconnected and can&apos;t undo this remotely. Type {host} to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb} on {host}?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a fault report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For every window and every host. Nothing secret is among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;diagnostics...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {path}. Read it before you hand it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the names of &amp;hosts and users</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For all network addresses of a host together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each question to a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect after restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to &amp;answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to &amp;connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used where a connection asks for it, and only there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes without a known end are always kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for ever</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;etails...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the permissions before this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naming accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: applied and verified, {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: no change needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{connection}, read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} as {account}, {authentication}, {encrypted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} from a file, not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} remote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} unreadable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>winrm quickconfig: no changes needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>winrm quickconfig: not available from this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>winrm quickconfig: {said}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryMatrixModel</name>
    <message>
        <source>winrs (RootSDDL)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableColumns</name>
    <message>
        <source>Fit columns to contents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableCopying</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy C&amp;ell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreeWayDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Only my change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;ntinue...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every&amp;thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was changed again later. Select what to restore; the rest stays as it is now. You&apos;ll confirm on the next page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed since</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreeWayTableModel</name>
    <message>
        <source>After your change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrustFields</name>
    <message>
        <source>&amp;Kerberos or HTTPS only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For hosts that ask for a client certificate in a way TLS 1.3 doesn&apos;t have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For tunnels, aliases and load balancers: the name in the certificate or SPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the trusted certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty to use this computer&apos;s trusted CAs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never log on to this host before it has proved its identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-onl&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 {fingerprint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS 1.2 on&amp;ly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a pro&amp;xy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Entry {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {number} of RootSDDL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, unless one of its groups allows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, unless one of its groups is denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gate} If it were not: {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WINDOW</name>
    <message numerus="yes">
        <source>%n difference</source>
        <comment>%n differences</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint</source>
        <comment>%n endpoints</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint changes</source>
        <comment>%n endpoints change</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint is skipped because it&apos;s disabled; it becomes remotely accessible if enabled.</source>
        <comment>%n endpoints are skipped because they&apos;re disabled; they become remotely accessible if enabled.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint selected</source>
        <comment>%n endpoints selected</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host</source>
        <comment>%n hosts</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item</source>
        <comment>%n items</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more error is in the log.</source>
        <comment>%n more errors are in the log.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other WinRM plug-in was found; it isn&apos;t shown.</source>
        <comment>%n other WinRM plug-ins were found; they aren&apos;t shown.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plug-in can&apos;t be read and isn&apos;t shown: {names}</source>
        <comment>%n plug-ins can&apos;t be read and aren&apos;t shown: {names}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;About Gatepost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply edits...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disable remoting...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enable remoting...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grant, deny or revoke...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Open %n host</source>
        <comment>&amp;Open %n hosts</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Open snapshot...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Practice host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preview edits...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remoting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A previous change may not have completed</source>
        <comment>%n previous changes may not have completed</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also &amp;block the disabled endpoint (it becomes remotely accessible if enabled)</source>
        <comment>Also &amp;block the %n disabled endpoints (they become remotely accessible if enabled)</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change</source>
        <comment>Apply %n changes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpare...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;iscard all edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disco&amp;nnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplain SDDL...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the host name in the certificate or SPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating who loses and who gains access…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in &amp;all hosts...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He&amp;lp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed on the host after you started editing. Merge, keep, or discard your changes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its SDDL tab holds text that cannot be read. Correct the text or revert it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finished within {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;list of hosts...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview Di&amp;sabled...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview L&amp;ocal...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview Re&amp;mote...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview d&amp;isabling remoting...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview e&amp;nabling remoting...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Revert &amp;all %n endpoint...</source>
        <comment>Revert &amp;all %n endpoints...</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revert &amp;all %n setting...</source>
        <comment>Revert &amp;all %n settings...</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Run this in a terminal to see why: python -m gatepost.practice --scenario {scenario}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve snapshot...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save r&amp;eport...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report of &amp;all hosts...</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Saved %n write as {path}.</source>
        <comment>Saved %n writes as {path}.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Set to &amp;Disabled...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to &amp;Local...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to &amp;Remote...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint was removed from the host. Your changes are kept until you discard them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host has an endpoint {name} that can&apos;t be removed. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice host {scenario} did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that cleans up after an interrupted check couldn&apos;t be started. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This endpoint has pending changes: {names}</source>
        <comment>%n endpoints have pending changes: {names}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This isn&apos;t a list of hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected error in Gatepost while reading {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected error: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} on {host} can&apos;t be changed</source>
        <comment>%n endpoints on {host} can&apos;t be changed</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowTitle</name>
    <message>
        <source>{host} (file) - Gatepost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} as {account} (read-only) - Gatepost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} as {account} - Gatepost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_OrderList</name>
    <message>
        <source>{label} (disconnects)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SidList</name>
    <message>
        <source>Del takes a group out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
