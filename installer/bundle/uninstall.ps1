# Removes Branchfloor and keeps the branch's data.
#   powershell -ExecutionPolicy Bypass -File uninstall.ps1 [-Prefix DIR] [-DeleteData]
# With -DeleteData the data folder goes too, after the word DELETE was typed.
param(
    [string]$Prefix = (Join-Path $env:LOCALAPPDATA "Programs\Branchfloor"),
    [switch]$DeleteData
)
$ErrorActionPreference = "Stop"
$versions = Join-Path $Prefix "versions"
if (-not (Test-Path $versions)) { throw "uninstall: no Branchfloor in $Prefix" }
Set-Location $env:USERPROFILE
Remove-Item -Recurse -Force $versions
Remove-Item -Force -ErrorAction SilentlyContinue (Join-Path $Prefix "current.txt")
foreach ($folder in "Programs", "Startup") {
    $menu = [Environment]::GetFolderPath($folder)
    foreach ($name in "Branchfloor.lnk", "Branchfloor demo.lnk") {
        Remove-Item -Force -ErrorAction SilentlyContinue (Join-Path $menu $name)
    }
}
$data = Join-Path $env:LOCALAPPDATA "branchfloor"
if ($DeleteData) {
    $word = Read-Host "This deletes every ticket, setting and copy in $data. Type DELETE to go on"
    if ($word -ceq "DELETE") {
        Remove-Item -Recurse -Force $data
        Write-Output "removed: Branchfloor and its data"
        return
    }
}
Write-Output "removed: Branchfloor; its data stays in $data"
