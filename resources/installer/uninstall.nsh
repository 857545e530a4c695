; Takes away what the program itself has put outside its folder, and says what stays. An update runs the uninstaller
; of the version before it, and must lose nothing.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ; The start with the computer, which Windows would go on trying.
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "com.tillbridge.app"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "com.tillbridge.app"
    RMDir /r "$LOCALAPPDATA\tillbridge-updater"
    MessageBox MB_OK|MB_ICONINFORMATION "Tillbridge is removed. The shop's data stays in $APPDATA\Tillbridge, so that a later installation goes on where this one has ended. Delete that folder if nobody needs it. Nothing was changed on the till or in the store." /SD IDOK
  ${endIf}
!macroend
