; Inno Setup 6: for this user, or for everybody (as administrator). build.py hands over Version, Output and BaseName.
; Silent: gatepost-...-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /CURRENTUSER (or /ALLUSERS)
; Away:   unins000.exe /VERYSILENT

#define Name "Gatepost"

[Setup]
AppId={{6B2F4C0E-6B0E-4B5C-9B56-0B1C9B0E7A51}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The Gatepost authors
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
LicenseFile=..\..\LICENSE
SetupIconFile={#Output}\icons\gatepost.ico
UninstallDisplayIcon={app}\gatepost-window.exe
OutputDir={#Output}
OutputBaseFilename={#BaseName}
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
ChangesEnvironment=yes

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "path"; Description: "Add gatepost to the PATH"; Flags: unchecked

[InstallDelete]
; Files of an earlier version that this one does not have.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Output}\gatepost\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\gatepost-window.exe"
Name: "{group}\{#Name} practice host"; Filename: "{app}\gatepost-window.exe"; Parameters: "--practice"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\gatepost-window.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\gatepost.exe"; ValueType: string; ValueData: "{app}\gatepost.exe"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: (not IsAdminInstallMode) and NeedsPath('{app}')
Root: HKLM; Subkey: "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsAdminInstallMode and NeedsPath('{app}')

[Run]
Filename: "{app}\gatepost-window.exe"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[Code]
function PathRoot: Integer;
begin
  if IsAdminInstallMode then Result := HKEY_LOCAL_MACHINE else Result := HKEY_CURRENT_USER;
end;

function PathKey: String;
begin
  if IsAdminInstallMode then Result := 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
  else Result := 'Environment';
end;

function NeedsPath(Folder: String): Boolean;
var
  Path: String;
begin
  if not RegQueryStringValue(PathRoot, PathKey, 'Path', Path) then Path := '';
  Result := Pos(';' + Uppercase(ExpandConstant(Folder)) + ';', ';' + Uppercase(Path) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path, Folder: String;
  At: Integer;
begin
  if Step <> usPostUninstall then exit;
  Folder := ';' + ExpandConstant('{app}');
  if not RegQueryStringValue(PathRoot, PathKey, 'Path', Path) then exit;
  At := Pos(Uppercase(Folder) + ';', Uppercase(Path) + ';');
  if At = 0 then exit;
  Delete(Path, At, Length(Folder));
  RegWriteExpandStringValue(PathRoot, PathKey, 'Path', Path);
end;
