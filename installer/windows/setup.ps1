# Prepares this folder: .venv, locked dependencies, the project. Runs once, and again when the lock changes.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "../..")
$env:QT_API = "pyside6"
$ready = ".venv/.ready"
$sources = Get-Item requirements.lock, pyproject.toml
if ((Test-Path $ready) -and -not ($sources | Where-Object LastWriteTime -gt (Get-Item $ready).LastWriteTime)) { return }

function Invoke-Checked { & $args[0] $args[1..($args.Count - 1)]; if ($LASTEXITCODE) { exit $LASTEXITCODE } }

if (-not (Test-Path .venv/Scripts/python.exe)) {
    $version = "3.13", "3.12", "3.11" | Where-Object { cmd /c "py -$_ --version >nul 2>nul"; -not $LASTEXITCODE } |
        Select-Object -First 1
    if (-not $version) { throw "No Python 3.11, 3.12 or 3.13 found." }
    Invoke-Checked py "-$version" -m venv .venv
}
$python = ".venv/Scripts/python.exe"
Invoke-Checked $python -m pip install --quiet --require-hashes -r requirements.lock
Invoke-Checked $python -m pip install --quiet --no-deps --no-build-isolation -e .
New-Item -Force $ready | Out-Null
