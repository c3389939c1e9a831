<?php

function label(string $article): string
{
    return ucfirst($article) . ', ' . $catalogue->price($article);
}
