# Every screen, state and language as pictures in build/pictures.
. (Join-Path $PSScriptRoot "setup.ps1")
$env:QT_QPA_PLATFORM = "offscreen"
& .venv/Scripts/branchfloor.exe pictures build/pictures
exit $LASTEXITCODE
