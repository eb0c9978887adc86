# S'entraider : ce qui se dit autrement à qui l'on vouvoie.

visits-not-so = Ça ne se peut plus : relisez où en est cette visite
