; Inno Setup 6: for the current user, or for all users (as administrator). build.py passes Version, Numbers, Output
; and BaseName.
; Silent: gatepost-...-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /CURRENTUSER (or /ALLUSERS)
; Away:   unins000.exe /VERYSILENT

#define Name "Gatepost"

[Setup]
AppId={{6B2F4C0E-6B0E-4B5C-9B56-0B1C9B0E7A51}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The Gatepost authors
VersionInfoVersion={#Numbers}
VersionInfoProductTextVersion={#Version}
UninstallDisplayName={#Name}
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

{ Where a folder begins in a PATH that starts and ends with a semicolon; 0 where it isn't in it. }
function PlaceInPath(Folder, Path: String): Integer;
begin
  Result := Pos(';' + Uppercase(Folder) + ';', Uppercase(Path));
end;

procedure AddToPath(Folder: String);
var
  Path: String;
begin
  if not RegQueryStringValue(PathRoot, PathKey, 'Path', Path) then Path := '';
  if PlaceInPath(Folder, ';' + Path + ';') > 0 then exit;
  if (Path <> '') and (Path[Length(Path)] <> ';') then Path := Path + ';';
  RegWriteExpandStringValue(PathRoot, PathKey, 'Path', Path + Folder);
end;

procedure TakeFromPath(Folder: String);
var
  Path: String;
  At: Integer;
begin
  if not RegQueryStringValue(PathRoot, PathKey, 'Path', Path) then exit;
  Path := ';' + Path + ';';
  At := PlaceInPath(Folder, Path);
  if At = 0 then exit;
  Delete(Path, At, Length(Folder) + 1);
  Path := Copy(Path, 2, Length(Path) - 2);
  if Path = '' then RegDeleteValue(PathRoot, PathKey, 'Path')
  else RegWriteExpandStringValue(PathRoot, PathKey, 'Path', Path);
end;

procedure CurStepChanged(Step: TSetupStep);
begin
  if (Step = ssPostInstall) and WizardIsTaskSelected('path') then AddToPath(ExpandConstant('{app}'));
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if Step = usPostUninstall then TakeFromPath(ExpandConstant('{app}'));
end;
