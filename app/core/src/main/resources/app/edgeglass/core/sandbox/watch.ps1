# Ends a server that must not outlive Edgeglass (Windows). Standard input is a pipe whose other end Edgeglass holds and never
# writes to: its end is Edgeglass' end. Not tested yet.
param([Parameter(Mandatory = $true)][int] $ServerId)

$server = Get-Process -Id $ServerId -ErrorAction Stop
# Holding the handle keeps the number from being given to another process.
$null = $server.Handle
$null = [Console]::In.ReadToEnd()
if (-not $server.HasExited) {
    $server.Kill()
}
