<?php

function label(string $article, Catalogue $catalogue): string
{
    return ucfirst($article) . ', ' . $catalogue->price($article);
}
