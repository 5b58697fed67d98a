# Completion of leadersim for PowerShell. Put into $PROFILE:  leadersim completion pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName leadersim -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    # Up to the cursor, blanks at the end included, without the command's name.
    $length = [Math]::Max(0, $cursorPosition - $commandAst.Extent.StartOffset)
    $text = $commandAst.ToString().PadRight($length).Substring(0, $length)
    $line = ($text -split '\s', 2)[1]
    leadersim "[suggest:$($line.Length)]" "$line" 2>$null |
        Where-Object { $_ -and $_.StartsWith($wordToComplete) -and ($wordToComplete.StartsWith('-') -or -not $_.StartsWith('-')) } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
