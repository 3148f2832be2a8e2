# Opens the window on Windows; run.cmd calls this. What it does is what packaging/run does, in the same order.
# Written with care, but UNTESTED: no Windows machine was at hand.
# Windows PowerShell 5.1 is enough. Plain ASCII, since 5.1 reads files without a mark as ANSI.

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# The same pins as in lib/jdk.sh and lib/nats.sh where a Windows build has a digest that we could check. Temurin 25 has
# no build for Windows on ARM; Windows runs the x64 one there.
$JdkMajor = 25
$Temurin = '25.0.4.1+1'
$TemurinDigest = '00c847d804f4a78e9f04f2683faf14fed898535b177b7fc704486cb0284e9283'
$NatsOldest = [version]'2.10'
$NatsRelease = '2.14.7'
$NatsDigests = @{
    'amd64' = 'ef6b4604cc84cd37192e6407ce1bb975f380a5293dccfdb126eaf11311c58ac6'
    'arm64' = '783903719e550953d2993620c2f932fbb00c25ca238a7a19b77a5855374d11c9'
}

$Root = Split-Path -Parent $PSScriptRoot
$Jar = Join-Path $Root 'app\desktop\target\edgeglass-desktop.jar'
$Lib = Join-Path $Root 'app\desktop\target\lib'
$JavaFx = Join-Path $Root 'app\desktop\target\javafx'
$Main = 'app.edgeglass.desktop.Main'
$Stamp = Join-Path $Root 'target\app.built'
if ($env:EDGEGLASS_CACHE) { $Cache = $env:EDGEGLASS_CACHE }
else { $Cache = Join-Path $env:LOCALAPPDATA 'edgeglass\cache' }

function Stop-With([string] $Sentence) {
    [Console]::Error.WriteLine("edgeglass: $Sentence")
    exit 1
}

# The file is in its place only if it is whole and is the one that was meant.
function Get-Verified([string] $Address, [string] $Digest, [string] $File) {
    $part = "$File.part.$PID"
    try {
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
        Invoke-WebRequest -UseBasicParsing -Uri $Address -OutFile $part
        $got = (Get-FileHash -Algorithm SHA256 -LiteralPath $part).Hash
        if ($got -ne $Digest) {
            [Console]::Error.WriteLine("The download from $Address is not the file that was meant (SHA-256 $got), so it was thrown away.")
            return $false
        }
        Move-Item -Force -LiteralPath $part -Destination $File
        return $true
    } catch {
        [Console]::Error.WriteLine("Could not download ${Address}: $($_.Exception.Message)")
        return $false
    } finally {
        if (Test-Path -LiteralPath $part) { Remove-Item -Force -LiteralPath $part }
    }
}

# A folder for one download; on the cache's own drive, so that the move out of it is one step.
function New-Work {
    $work = Join-Path $Cache "fetch.$PID"
    if (Test-Path -LiteralPath $work) { Remove-Item -Recurse -Force -LiteralPath $work }
    New-Item -ItemType Directory -Force -Path $work | Out-Null
    return $work
}

# --- JDK ---

function Get-JdkMajor([string] $Folder) {
    if (-not $Folder) { return 0 }
    $release = Join-Path $Folder 'release'
    if (-not (Test-Path -LiteralPath (Join-Path $Folder 'bin\java.exe'))) { return 0 }
    if (-not (Test-Path -LiteralPath (Join-Path $Folder 'bin\javac.exe'))) { return 0 }
    if (-not (Test-Path -LiteralPath $release)) { return 0 }
    foreach ($line in Get-Content -LiteralPath $release) {
        if ($line -match '^JAVA_VERSION="?(\d+)') { return [int] $Matches[1] }
    }
    return 0
}

function Get-JdkFolders {
    if ($env:JAVA_HOME) { $env:JAVA_HOME }
    $parents = @()
    foreach ($programs in @($env:ProgramFiles, $env:LOCALAPPDATA)) {
        if (-not $programs) { continue }
        foreach ($maker in @('Eclipse Adoptium', 'Java', 'Microsoft', 'Zulu', 'BellSoft', 'Amazon Corretto',
                'Programs\Eclipse Adoptium')) {
            $parents += Join-Path $programs $maker
        }
    }
    $parents += Join-Path $HOME '.jdks'
    $parents += Join-Path $Cache 'jdk'
    foreach ($parent in $parents) {
        if (Test-Path -LiteralPath $parent) {
            Get-ChildItem -LiteralPath $parent -Directory | ForEach-Object { $_.FullName }
        }
    }
    $javac = Get-Command javac.exe -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($javac) { Split-Path -Parent (Split-Path -Parent $javac.Path) }
}

function Find-Jdk {
    $newer = $null
    foreach ($folder in Get-JdkFolders) {
        $major = Get-JdkMajor $folder
        if ($major -eq $JdkMajor) { return $folder }
        if ($major -gt $JdkMajor -and -not $newer) { $newer = $folder }
    }
    return $newer
}

function Get-Temurin {
    Write-Host "Fetching the official JDK Temurin $Temurin into $Cache (about 140 MB)..."
    $work = New-Work
    try {
        $zip = Join-Path $work 'jdk.zip'
        $address = "https://github.com/adoptium/temurin$JdkMajor-binaries/releases/download/jdk-$($Temurin.Replace('+', '%2B'))/" +
            "OpenJDK${JdkMajor}U-jdk_x64_windows_hotspot_$($Temurin.Replace('+', '_')).zip"
        if (Get-Verified $address $TemurinDigest $zip) {
            Expand-Archive -LiteralPath $zip -DestinationPath $work
            New-Item -ItemType Directory -Force -Path (Join-Path $Cache 'jdk') | Out-Null
            $place = Join-Path $Cache "jdk\temurin-$Temurin"
            if (-not (Test-Path -LiteralPath $place)) {
                Move-Item -LiteralPath (Join-Path $work "jdk-$Temurin") -Destination $place
            }
        }
    } finally {
        Remove-Item -Recurse -Force -LiteralPath $work -ErrorAction SilentlyContinue
    }
}

# --- nats-server ---

# The version that a program says it is; nothing if it is no nats-server or does not run here.
function Get-NatsVersion([string] $Program) {
    if (-not $Program -or -not (Test-Path -LiteralPath $Program -PathType Leaf)) { return $null }
    try {
        $words = [string] (& $Program -v 2>$null | Select-Object -First 1)
        if ($words -match '^nats-server: v(\d+\.\d+(\.\d+)?)') { return [version] $Matches[1] }
    } catch { }
    return $null
}

function Find-Nats {
    $onPath = Get-Command nats-server.exe -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($onPath) {
        $version = Get-NatsVersion $onPath.Path
        if ($version -and $version -ge $NatsOldest) { return $onPath.Path }
    }
    $best = $null
    $bestVersion = $NatsOldest
    $parent = Join-Path $Cache 'nats-server'
    if (Test-Path -LiteralPath $parent) {
        foreach ($folder in Get-ChildItem -LiteralPath $parent -Directory) {
            $program = Join-Path $folder.FullName 'nats-server.exe'
            $version = Get-NatsVersion $program
            if ($version -and $version -ge $bestVersion) {
                $best = $program
                $bestVersion = $version
            }
        }
    }
    return $best
}

function Get-Nats {
    # A 32-bit PowerShell names the machine's own processor in the second variable.
    if ($env:PROCESSOR_ARCHITEW6432) { $processor = $env:PROCESSOR_ARCHITEW6432 } else { $processor = $env:PROCESSOR_ARCHITECTURE }
    $architecture = $processor.ToLowerInvariant()
    if (-not $NatsDigests.ContainsKey($architecture)) { return }
    Write-Host "Fetching the official nats-server $NatsRelease into $Cache (about 7 MB)..."
    $work = New-Work
    try {
        $zip = Join-Path $work 'nats.zip'
        $name = "nats-server-v$NatsRelease-windows-$architecture"
        $address = "https://github.com/nats-io/nats-server/releases/download/v$NatsRelease/$name.zip"
        if (Get-Verified $address $NatsDigests[$architecture] $zip) {
            Expand-Archive -LiteralPath $zip -DestinationPath $work
            $place = Join-Path $Cache "nats-server\$NatsRelease"
            New-Item -ItemType Directory -Force -Path $place | Out-Null
            Move-Item -Force -LiteralPath (Join-Path $work "$name\nats-server.exe") -Destination $place
        }
    } finally {
        Remove-Item -Recurse -Force -LiteralPath $work -ErrorAction SilentlyContinue
    }
}

# --- build ---

function Test-Built {
    if (-not (Test-Path -LiteralPath $Jar) -or -not (Test-Path -LiteralPath $Lib) -or -not (Test-Path -LiteralPath $JavaFx)) { return $false }
    $built = (Get-Item -LiteralPath $Jar).LastWriteTimeUtc
    if ((Test-Path -LiteralPath $Stamp) -and (Get-Item -LiteralPath $Stamp).LastWriteTimeUtc -gt $built) {
        $built = (Get-Item -LiteralPath $Stamp).LastWriteTimeUtc
    }
    $sources = foreach ($part in @('pom.xml', '.mvn', 'app', 'plugins', 'samples')) {
        $path = Join-Path $Root $part
        if (Test-Path -LiteralPath $path) { Get-Item -Force -LiteralPath $path; Get-ChildItem -Recurse -LiteralPath $path }
    }
    foreach ($source in $sources) {
        $path = $source.FullName.Substring($Root.Length)
        if ($path -match '\\target(\\|$)') { continue }
        if ($path -notmatch '\\src\\main(\\|$)|\\pom\.xml$|^\\(\.mvn|samples)\\') { continue }
        if ($source.LastWriteTimeUtc -gt $built) { return $false }
    }
    return $true
}

function Invoke-Build([string] $Jdk) {
    $maven = Get-Command mvn.cmd -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if (-not $maven) { Stop-With 'Maven (mvn) is missing; install it (for instance: scoop install maven), then run this again.' }
    New-Item -ItemType Directory -Force -Path (Join-Path $Root 'target') | Out-Null
    $log = Join-Path $Root 'target\build.log'
    Write-Host 'Building Edgeglass (the first time takes some minutes)...'
    $begun = [DateTime]::UtcNow
    $env:JAVA_HOME = $Jdk
    Push-Location -LiteralPath $Root
    try {
        # Maven writes the log itself: redirected, PowerShell 5.1 would take each line of the error stream for an error.
        & $maven.Path -B -ntp -l $log -DskipTests package
        $code = $LASTEXITCODE
    } finally {
        Pop-Location
    }
    if ($code -ne 0) {
        Get-Content -LiteralPath $log | Where-Object { $_ -like '`[ERROR`]*' } | Select-Object -First 20 |
            ForEach-Object { [Console]::Error.WriteLine($_) }
        Stop-With "the build failed; its log is $log"
    }
    New-Item -ItemType File -Force -Path $Stamp | Out-Null
    (Get-Item -LiteralPath $Stamp).LastWriteTimeUtc = $begun
}

# --- all together ---

if ($env:EDGEGLASS_JDK) {
    $jdk = $env:EDGEGLASS_JDK
    if ((Get-JdkMajor $jdk) -lt $JdkMajor) {
        Stop-With "EDGEGLASS_JDK is $jdk, which holds no JDK $JdkMajor or newer; set it to the folder of one, or unset it."
    }
} else {
    $jdk = Find-Jdk
    if (-not $jdk) {
        Get-Temurin
        $jdk = Find-Jdk
    }
    if (-not $jdk) {
        Stop-With "no JDK $JdkMajor is here and none could be fetched; install one (for instance from https://adoptium.net), or set EDGEGLASS_JDK to its folder."
    }
}

if ($env:EDGEGLASS_NATS_SERVER) {
    $version = Get-NatsVersion $env:EDGEGLASS_NATS_SERVER
    if (-not $version) {
        Stop-With "EDGEGLASS_NATS_SERVER is $env:EDGEGLASS_NATS_SERVER, which is not a nats-server that runs here; set it to one, or unset it."
    }
    if ($version -lt $NatsOldest) {
        Stop-With "EDGEGLASS_NATS_SERVER is $env:EDGEGLASS_NATS_SERVER, which is nats-server $version, but $NatsOldest or newer is needed; set it to a newer one, or unset it."
    }
} else {
    $nats = Find-Nats
    # A server of our own is needed unless the person names one that is running.
    $needed = $args.Count -eq 0 -or @($args | Where-Object { $_ -like '--sample*' -or $_ -like '--sandbox*' }).Count -gt 0
    if (-not $nats -and $needed) {
        Get-Nats
        $nats = Find-Nats
        if (-not $nats) {
            Stop-With "no nats-server $NatsOldest or newer is here and none could be fetched; install one, or set EDGEGLASS_NATS_SERVER to its path."
        }
    }
    if ($nats) { $env:EDGEGLASS_NATS_SERVER = $nats }
}

if (-not (Test-Built)) { Invoke-Build $jdk }

# A quoted word that begins with @ is no splatting; java reads the file.
& (Join-Path $jdk 'bin\java.exe') --module-path $JavaFx "@$Root\packaging\java.args" -cp "$Jar;$Lib\*" $Main @args
exit $LASTEXITCODE
