# Installs or upgrades Branchfloor from this folder, without a network.
#   powershell -ExecutionPolicy Bypass -File install.ps1 [-Prefix DIR] [-Python EXE] [-Database FILE,...] [-Autostart] [-NoShortcuts]
# A branch's data is never touched: it lies in the user's data folder, and is copied before an upgrade.
param(
    [string]$Prefix = (Join-Path $env:LOCALAPPDATA "Programs\Branchfloor"),
    [string]$Python = "",
    [string[]]$Database = @(),
    [switch]$Autostart,
    [switch]$NoShortcuts
)
$ErrorActionPreference = "Stop"
$here = $PSScriptRoot
$version = (Get-Content (Join-Path $here "VERSION") -TotalCount 1).Trim()

function Invoke-Checked {
    param([string]$Program, [string[]]$Words)
    & $Program @Words
    if ($LASTEXITCODE -ne 0) { throw "install: $Program ended with $LASTEXITCODE" }
}

function Get-ListFor {
    param([string]$Program)
    $short = & $Program -c "import venv, ensurepip, sys; print('%d.%d' % sys.version_info[:2])"
    if ($LASTEXITCODE -ne 0) { return $null }
    $list = Join-Path $here "requirements-windows-$short.txt"
    if (Test-Path $list) { return $list }
    return $null
}

function Find-Python {
    $found = @()
    if ($Python) { $found += $Python }
    foreach ($list in Get-ChildItem $here -Filter "requirements-windows-*.txt") {
        $short = $list.BaseName -replace "^requirements-windows-", ""
        $compact = $short -replace "\.", ""
        $found += Join-Path $env:LOCALAPPDATA "Programs\Python\Python$compact\python.exe"
        $found += Join-Path $env:ProgramFiles "Python$compact\python.exe"
    }
    foreach ($name in $found) {
        if ((Get-Command $name -ErrorAction SilentlyContinue) -and (Get-ListFor $name)) { return $name }
    }
    throw "install: no Python that this bundle has wheels for; install it or name it with -Python"
}

# The installed program copies each database before the new one opens it; without a copy no upgrade.
function Copy-Databases {
    param([string]$Program)
    $usual = Join-Path $env:LOCALAPPDATA "branchfloor\branchfloor.db"
    $stamp = Get-Date -Format "yyyyMMdd-HHmmss"
    foreach ($file in @($usual) + $Database) {
        if (Test-Path $file) {
            $copy = "$file.before-$version-$stamp.db"
            Invoke-Checked $Program @("backup", $copy, "--database", $file)
            Write-Output "copied: $copy"
        }
    }
}

function New-Shortcut {
    param([string]$Path, [string]$Target, [string]$Arguments)
    New-Item -ItemType Directory -Force (Split-Path $Path) | Out-Null
    $link = (New-Object -ComObject WScript.Shell).CreateShortcut($Path)
    $link.TargetPath = $Target
    $link.Arguments = $Arguments
    $link.Save()
}

$python = Find-Python
$list = Get-ListFor $python
$mark = Join-Path $Prefix "current.txt"
if (Test-Path $mark) {
    $old = Join-Path (Get-Content $mark -TotalCount 1).Trim() "Scripts\branchfloor.exe"
    if (Test-Path $old) { Copy-Databases $old }
}

# A version is put together beside the others and becomes the current one at the end.
$program = Join-Path $Prefix "versions\$version"
if (Test-Path $program) { $program = "$program-" + (Get-Date -Format "yyyyMMdd-HHmmss") }
New-Item -ItemType Directory -Force (Split-Path $program) | Out-Null
Invoke-Checked $python @("-m", "venv", $program)
$own = Join-Path $program "Scripts\python.exe"
$pip = @("-m", "pip", "--isolated", "--disable-pip-version-check", "--quiet", "install", "--no-index")
Push-Location $here
try {
    Invoke-Checked $own ($pip + @("--find-links", "wheels", "--require-hashes", "--no-deps", "-r", $list))
    Invoke-Checked $own ($pip + @("--no-deps", "--require-hashes", "-r", "branchfloor.txt"))
} finally {
    Pop-Location
}
$start = Join-Path $program "Scripts\branchfloor.exe"
Invoke-Checked $start @("--version")
Copy-Item (Join-Path $here "uninstall.ps1") $program
Set-Content $mark $program

if (-not $NoShortcuts) {
    $menu = [Environment]::GetFolderPath("Programs")
    New-Shortcut (Join-Path $menu "Branchfloor.lnk") $start ""
    New-Shortcut (Join-Path $menu "Branchfloor demo.lnk") $start "demo"
    if ($Autostart) {
        $startup = [Environment]::GetFolderPath("Startup")
        New-Shortcut (Join-Path $startup "Branchfloor.lnk") $start "launcher --open"
    }
}
Write-Output "installed: Branchfloor $version in $program"
