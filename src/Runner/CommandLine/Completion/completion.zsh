# Completion of leadersim for zsh. Put into ~/.zshrc, after compinit:  eval "$(leadersim completion zsh)"
_leadersim() {
    local line="${(j: :)${(@)words[2,CURRENT-1]}} $PREFIX"
    line="${line# }"
    local -a found open
    found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    [[ $PREFIX == -* ]] || found=("${(@)found:#-*}")
    found=("${(@)found:#}")
    # After path= comes a value, not a blank.
    open=("${(@M)found:#*=}")
    found=("${(@)found:#*=}")
    if (( $#found + $#open )); then
        (( $#open )) && compadd -Q -S '' -a open
        (( $#found )) && compadd -Q -a found
    else
        _files
    fi
}
compdef _leadersim leadersim
