<?php

class TemplateException extends Exception
{
}

function render(string $name): void
{
    throw new TemplateException("cannot render $name\n#0 not/a/frame.php(1): fake()\nsee the handbook, page 3");
}

render('invoice');
