/** The page for when nothing else can be made: no database, no brand, no language known. */
export const plainTrouble = (requestId: string): string => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Even niet bereikbaar · Temporarily unavailable</title></head>
<body><main><h1>Dit lukt nu even niet</h1>
<p>Er ging iets mis aan onze kant. Probeer het over een minuut opnieuw.</p>
<h2 lang="en">This does not work right now</h2>
<p lang="en">Something went wrong on our side. Please try again in a minute.</p>
<p><small>${requestId.replace(/[^\w-]/g, '')}</small></p></main></body></html>`
