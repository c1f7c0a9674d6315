<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>BudgetTexts</name>
    <message>
        <source>at midnight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>daily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weekly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monthly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hard stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>past %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>past the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is used up already, and only told: nothing is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stopped: it is only told when it is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stopped now goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops at once what costs anything here: %1 is used already, %2 is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stopped now goes on: %1 would be left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops nothing now: %1 is used, %2 would be left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reaches the limit today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reaches the limit on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallErrors</name>
    <message>
        <source>Cancelled. Nothing was billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled before anything was sent. Nothing was billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled, but the request had already reached %1 and may be billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was lost after the request had been sent. It may have been billed, so it is not repeated by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled, but %1 did not confirm it. The picture may be billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not finish in time. It may still do so and be billed; a longer time limit can be set in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be reached in time. Nothing was billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled here. %1 has no way to stop a running job, so it may be billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended while this call was running, and the vendor offers no way to ask for it again. It may have been billed; look at the vendor&apos;s own list of requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended while this call was running. Ask again; nothing is billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell stopped: the paid request had already been sent once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The request may have been billed, so it is not repeated by itself; look at the list of requests at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor said it was done but sent no picture. It may have been billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 pictures were made. The vendor sent no more; its filter may have held some back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 pictures were made. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the vendor&apos;s figures this cost %1, which cannot be right: about %2 was expected. The cost counts as unknown, and with the estimate, until somebody looks it up at the vendor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the vendor&apos;s figures this cost %1, which cannot be right. The cost counts as unknown until somebody looks it up at the vendor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the vendor sent lies in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider serves this model. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 made the picture and bills it, but it could not be fetched from the address it gave. Ask for the request again (&quot;requests ask ID&quot; on the command line); if that does not help, look for it in your account there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 made the picture and bills it, but its address does not yield it now. The address is kept: ask for the request again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 made the picture and bills it, but its address does not yield it now. The address is kept and works until %2: ask for the request again before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses the key where it took it before, so nobody can ask for the picture now. It may be billed. Check the key, then ask for the request again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the vendor sent is no picture that Lightwell can read. It counts as paid for; another try is paid for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor&apos;s %1 picture came damaged or incomplete and cannot be read. It counts as paid for; another try is paid for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor&apos;s picture says it is %1 pixels, more than the %2 megapixels that Lightwell reads. It counts as paid for; ask for a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the vendor&apos;s figures this cost %1, more than ten times the %2 that was expected. It is booked so; look it up at the vendor, and settle it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first in the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next key: the one before was refused or is out of funds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next in the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stands in for the model that was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was begun, so the next one was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been billed. The settings say to ask the next one all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content was refused. The rules say to ask another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been billed, so nobody else was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was done, so nobody else was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content was refused, so nobody else was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another provider would not have helped, so none was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nobody else to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 made the picture and bills it, but the address it gave is not permitted: it leads into a private network or is not encrypted. Look for the picture in your account there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor told a price that cannot be read (%1). The cost counts with the estimate; look it up at the vendor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call allows no other provider than the first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CanvasNote</name>
    <message>
        <source>%1 makes another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 make another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes this size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All chosen models make this size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>The model list has a fault at %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object with a list &quot;models&quot; is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the preferred size is outside of the model&apos;s own limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a price line has a negative or empty amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider is missing, or its name has a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider&apos;s own id of the model (provider_model) is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say what the model does (modes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not say which picture formats the model makes (formats).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a limit is out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor&apos;s field for “%1” is empty (fields).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no date (price_date). Write 2026-10-07, 2026-10 or 2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model has no name to call it by (slug).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody offers this model (offers).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this provider offers the same model twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model of the same name stands further up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is left out: %2 Correct it or take it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was named. Choose one and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not offer %2. It is offered by: %3. Did you mean %4?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model named “%1”. The model list has all names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model named “%1”. Did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model list cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of sizes is empty, too long, or has an unusable entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of aspect ratios is empty or too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an aspect ratio, its size or the number of pixels is out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a limit of the sizes is out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a price line has an amount that cannot be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are too many price lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how values are written (wire) is too long, too deep, or has unusable characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id of the model for editing (editModel) has unusable characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a beginning of the vendor&apos;s names is too short (bareNames).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider&apos;s name has other characters than letters, digits, dots and dashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider&apos;s own id of the model (provider_model) is too long or has characters that no id has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a vendor&apos;s field has other characters than letters, digits, dots and dashes (fields).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text is too long, a list too, or there are unusable characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name of the model is too long or has characters that no name has (slug, aliases).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has more than %2 entries; those behind are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And %n more are left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The model list is larger than %1 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no model&apos;s name: it is too long, or has characters that cannot be seen. The model list has all names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of resolutions is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the preferred ratio does not lie between the two others, or one is out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is more than %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a size such as 1024x768</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an aspect ratio such as 16:9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a resolution: 0.5K, 1K, 2K or 4K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture format such as png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a size rule such as {&quot;kind&quot;: &quot;range&quot;, &quot;multiple_of&quot;: 16, &quot;max_side&quot;: 2048}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not known; did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing; it must be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be %2, not “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must lie between %2 and %3; it is %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing; it is one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be “%2”; it is one of: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be “%2”; did you mean %3? It is one of: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 counts for nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of no known model (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not in the model list. Models at %2 differ in the fields they take, so a new one has to be written down first: add it to catalog.json in the configuration folder (the README has an example).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not in the model list. Did you mean %2? Models at %3 differ in the fields they take, so a new one has to be written down first: add it to catalog.json in the configuration folder (the README has an example).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address must begin with http:// or https:// and name a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address has a name or password in it. Keys are kept with &quot;lightwell-cli keys set&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address must end before any ? or #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address must begin with https:// outside of your own network, or everybody on the way could read along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key does not belong in this file. Take it out and keep it with &quot;lightwell-cli keys set&quot; or on the Keys page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id must have small letters, digits and single dashes only, begin with a letter, and be at most %1 long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id cannot be “%1”: that name is taken. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name is too long or has characters that cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no model&apos;s name: it is empty, too long, or has characters that no name has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was switched off by its maker (%2). %3 takes its place: ask for that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was switched off by its maker. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer offered there. %2 takes its place: ask for that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody offers %1 here. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 sent is no list of models. What was known before stays. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of models from %1 is empty. What was known before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of models from %1 has only %2 of the %3 that are known, so it is not believed. What was known before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list of models from %1, the price of %2 (%3) cannot be right, so none of the list is believed. What was known before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of models from %1 does not end. What was known before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not send its list of models (HTTP %2). What was known before stays. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no list of models that could be read from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures from words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit with a mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures to SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 MP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size is the vendor’s choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proprietary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several by parallel calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another entry corrects the prices of this offer already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>19 of 20 took at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last failure, %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name is too long or has characters that no name has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the model that it stands for is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a text model&apos;s own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” names a preset, and these work at the gateway&apos;s /api/v1 alone (OpenRouter&apos;s way). Ask there, or name a model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientWish</name>
    <message>
        <source>&quot;%1&quot; is no amount. Write it like $10.00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day. Write it like 2027-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That day is over. To end a key now, revoke it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectPrograms</name>
    <message>
        <source>The key is read from the environment variable LIGHTWELL_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With OpenAI’s client. The key is read from the environment variable LIGHTWELL_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into its environment; what was saved on its own page of settings wins over it. In a container write host.docker.internal for 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into its .env. Agents then have the tool for OpenAI’s pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into a credential of the kind OpenAI, without a slash at the end. Its list shows a few models only: choose any other one by its ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into a new provider; it adds /v1 to the host by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into its environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the authorization of its OpenAI tools; it adds /v1 by itself. The models it can ask for are its own list, such as gpt-image-1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the proxy’s config.yaml. Its health check makes a real picture, which is billed where the model is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the ChatOpenAI node, the address under its additional parameters. Pictures are made by the agent’s tool for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into claude_desktop_config.json. It starts Lightwell’s command line by itself, so the gateway need not be on. Without the key, pictures are made in your own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into .cursor/mcp.json, in the project or in your home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into .vscode/mcp.json. It asks for the key and keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into its settings.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into ~/.codeium/windsurf/mcp_config.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into a file in .continue/mcpServers. It starts Lightwell’s command line by itself, in your own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into extra-openai-models.yaml, in the folder of its logs (llm logs path), for any text model; the key goes in with llm keys set lightwell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into its form for a new MCP server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into its API connections, for chats with any text model. Of its sources of pictures none can be given this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into its settings, under MCP Servers. It starts Lightwell’s command line by itself, so the gateway need not be on. It waits half a minute for a tool at first: slow models need a longer time-out there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayChartPainter</name>
    <message>
        <source>Nothing was spent in this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a day would use it all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayReading</name>
    <message>
        <source>forecast %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmulationText</name>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 asked, left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 asked, done by Lightwell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, written the provider&apos;s way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 asked, %3 sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt as the provider used it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt as %1 used it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asked, %2 made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept in its folder: save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all went well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up the cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it with: lightwell-cli requests settle %1 --cost USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billed %1, about %2 was expected. Look it up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billed %1. Look it up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up the bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, sent as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input fidelity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt rewriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cropped from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fitted inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>converted to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by Lightwell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Lighthouse at dusk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fox in the snow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fox between birch trees in the snow, morning fog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tea time, a poster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A poster for “Tea time” with a cup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>Kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated %1, billed %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, request %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers, in the order of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked, what was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You said what it cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 attempts were billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures came; %2 were reckoned with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made in %1; %2 was reckoned with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider counted: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider chooses itself; the dearest choice was reckoned with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows what it cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billed %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over a limit of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the key “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures. The first: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Converted from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies in no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First megapixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further megapixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that go in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that go in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that come out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed or renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was sent to %1 (without the key)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As %1 would have got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for a pause of %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Pictures cannot be written as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; means nothing for %2. Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; exclude each other. Give one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not fit into %1: even at the lowest quality it takes %2. Make it smaller in pixels, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name cannot have %1. There are {name}, {date}, {time}, {prompt}, {model}, {provider}, {seed}, {size} and {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures of this animation have %1 megapixels together, and %2 are the most. Make them smaller in pixels, or take fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An animation of %1 pictures is too long: %2 are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 0.1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, lossless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, quality %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps no transparency and 8 bits a channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps 256 colours at most, and nothing half transparent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps 8 bits a channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: this system has nothing that writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similarity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference at 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a&amp;ll %1 of this run…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureText</name>
    <message>
        <source>The request was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model cannot do that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account at %1 is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many calls for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by content rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by your budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was billed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the words of %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 still has the job: asking for it costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A retry may be billed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled, may be billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your settings were damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the billing page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its record cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked and what came of it is known no more. If there is a picture, it lies in the folder of the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormPrice</name>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: at most %2 a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, price of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than is left of the budget, which only tells and stops nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than is left of the budget: some of the pictures will be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models without a known price are refused. The settings can allow them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryTexts</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, estimated %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a mask</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gateway</name>
    <message>
        <source>The request failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a request that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request did not arrive in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many headers, or they are too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only &quot;100-continue&quot; can be expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only &quot;chunked&quot; is understood as transfer encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only HTTP/1.1 is spoken here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many connections. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway is closing. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway closed before the picture was ready. It may be billed all the same: before you ask again, look in Lightwell what became of request %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the address that Lightwell shows, for example http://127.0.0.1:%1/v1. Other names of this computer have to be allowed: on Lightwell&apos;s settings page, or with serve --allow-host NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This web page may not use the gateway. Allow its origin on Lightwell&apos;s settings page, or with serve --allow-origin ORIGIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client key is missing or wrong. Send it as &quot;Authorization: Bearer KEY&quot;. Lightwell&apos;s gateway page shows it, and serve prints it when it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address does not take this kind of request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the request as JSON, with Content-Type application/json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size must be like 1024x1024, 16:9 or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aspect_ratio must be like 16:9 or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolution must be 0.5K, 1K, 2K, 4K or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matte must be a colour like #ffffff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no picture that can be read. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 reference pictures are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which model: the list is at /v1/models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the picture should show: prompt is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is not JSON (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is no JSON object, but a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no use for the file %1. Files are image, image[] and mask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form has %1 twice. Send it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may have at most %2 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than %1 fields that are not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field&apos;s name holds characters that cannot be seen. Take them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields that are not known here may have %1 KiB in all. Pictures belong into image and mask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many large requests are under way. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client has too much under way at once: others shall have a turn, too. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the request as a form (multipart/form-data) or as JSON (application/json).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two masks. Send one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial_images come in a stream only: set stream to true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the picture to work on: image is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model must be a name of at most %1 characters, all of which can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idempotency-Key must be one text of 1 to %1 printable ASCII characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field has two names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its Content-Type names no usable boundary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin with its boundary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field’s head has no end, or is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field %1 has no end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than %1 fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its last boundary is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is larger than the %1 MB that are taken. Send fewer or smaller pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Idempotency-Key was used with another request. Choose a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be told the price only, put dryRun=true into the query of the address, in this spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway cannot listen on %1, port %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1, port %2 is used by another program. Choose another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1, port %2 is reserved by the system. Choose a port from 1024 up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not have the address %1 (port %2). Choose one it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a client key the gateway only listens on this computer (127.0.0.1). Ask for a key, or choose that address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no origin. Write it like https://app.example or http://localhost:3000, in small letters and without a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a computer. Write it like studio.lan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s key needs letters, digits and signs of plain ASCII without spaces. Leave it out, and Lightwell makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is too easy to guess for a gateway that other computers can reach. Take at least 20 mixed characters, or leave it out, and Lightwell makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s key cannot be kept in %1: %2. Make the folder writable, or give a key with --key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the gateway&apos;s key, %1, is damaged: it has %2 bytes instead of %3. Put it back from a copy, so that programs keep their key, or remove it: the next start makes a new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client&apos;s name is one short line of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a client &quot;%1&quot; already. Choose another name, or revoke it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell itself uses the name &quot;%1&quot;. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key was revoked. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no client &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call was begun by another run of Lightwell and has not ended. It may be billed; look in Lightwell what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds half a character (a lone surrogate). Send whole ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field has no name. Give it one, or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a picture, and there is no use for one under this name. Pictures belong into image and mask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be billed all the same, so Lightwell did not try again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body&apos;s Content-Encoding is not understood. Send it unpacked, or with gzip or deflate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell&apos;s database cannot be read at the moment, so nothing was sent. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To have refused what cannot be done as it was asked, send the header X-Lightwell-Strict: true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is too large when it is unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body cannot be unpacked as its Content-Encoding says: it is cut off, or packed otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X-Lightwell-Project is a name of 1 to %1 characters that can be seen, in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the tool estimate_cost tells the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here strict is an argument of the tools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client key has expired. Whoever keeps the gateway can prolong it: clients set NAME --expires DATE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client key may not be used for this model, only for these: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client key may make %1 calls a minute, and has made them. Nothing was sent; try again in %2 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at this address. Pictures are made at /v1/images/generations, /v1/images/edits and /v1/images/variations, text models answer at /v1/chat/completions; the models are listed at /v1/models, and all paths at /openapi.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell does not serve this part of the API: it makes pictures, and passes on text models. What there is stands at /openapi.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X-Lightwell-Keep-Alive can be &quot;whitespace&quot; and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no budget for this key, so there are no credits that could run out. Set one with: lightwell-cli budget set USD --period month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages must be a list with a message of the user&apos;s, of texts and pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model makes pictures: modalities must have &quot;image&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the picture should show: the last message is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size must be like 1024x1024, 2K or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolution must be 512, 1K, 2K, 4K or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 contradicts size. Send one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be heeded here, and strict mode leaves nothing out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a number, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which precision a provider runs a model is not known here. Leave out %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is nothing that can be said of providers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names a region or a variant of a provider, which Lightwell cannot choose. Name the provider alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be allow or deny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be price, latency or throughput.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be an object like {&quot;image&quot;: 0.05}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a price in dollars, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no price that can be limited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be an object of the vendor&apos;s fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be an object with one for each provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a list of providers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no :%1 of models that make pictures. Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>models must be a list of at most %1 names of models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which model: the list is at /api/v1/models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider must be an object, and not too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at this address. Pictures are made at /api/v1/images and, through a chat, at /api/v1/chat/completions; the models are listed at /api/v1/models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs. Programs written for OpenAI&apos;s API use it under this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every call needs a client key: Lightwell&apos;s gateway page shows it, &quot;lightwell-cli serve&quot; prints it, and &quot;lightwell-cli clients add NAME&quot; makes another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is asked for. Libraries that insist on one take any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it will cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples use the built-in painter, which costs nothing. For any other model, ?dryRun=true behind the address says the price and makes no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no certificate in PEM that can be read. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no key in PEM that can be read without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key in %1 does not belong to the certificate in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate in %1 is not valid now; its last day is %2. Renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s certificate cannot be kept in %1: %2. Make the folder writable, or name a certificate of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a client may use is told by names of models or patterns such as flux*, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client has at most %1 names and patterns of models. Use patterns such as flux*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client&apos;s rate is a whole number from 1 to %1 calls a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit is a whole number from 1 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a time such as 2026-03-15T14:32:10Z, or seconds since 1970.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is one of these: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say either starting_after or ending_before, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job %1 was accepted, but its work was never begun: the gateway ended before. Nothing was sent or paid for; ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>webhook_url is a whole address, like https://app.example/hook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>webhook_url holds a user or password. Leave it out; webhooks are signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>webhook_url must begin with https. To let webhooks reach %1 all the same, start the gateway with serve --allow-webhook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>webhook_url leads to %1, in a private network. To allow that, start the gateway with serve --allow-webhook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>webhook_url is for calls that are not waited for: send the header &quot;Prefer: respond-async&quot; too, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gateway sends no webhooks. Leave webhook_url out and ask for the job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was sent more than once, or under two names with different values. Send it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no value, or one that is too long. Leave it out, or say what is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no header %1. There are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and &quot;%2: %3&quot; belong together: send both, or neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in %1 what is to be done: off, record, replay-or-mock, replay-or-error, replay-or-live, replay-or-record or mock. Without it, the picture would be paid for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 is no field of this request, and none that Lightwell knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is recorded gets a new id, so it would never be the pinned one. Record without a match, and pin the id that the answer tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a number of seconds from 1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recording of this request, or its pictures are gone. Nothing was sent and nothing is billed. Send it once with X-Lightwell-Replay: record, or choose a mode that does without (replay-or-mock, replay-or-live, replay-or-record).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request of more than %1 bytes is not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client&apos;s key does not let it use the model %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client&apos;s key is for %1 calls a minute. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording of this request cannot be removed. Make Lightwell&apos;s data folder writable, and ask once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only calls to the images API are recorded and replayed. For this one, replay has to be off: leave X-Lightwell-Replay out, or set it to off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ended request of this id, or another program asked for it. Of one that still runs, ask again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date must be a day like 2026-11-30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures must be data URLs (data:image/png;base64,…) or links (https://…), which are passed on to providers that take them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client key is disabled. Whoever keeps the gateway can let it work again: clients set NAME --enable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key only manages the keys of programs: nothing is made or paid for with it. Use a program&apos;s own key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are managed with a key that is for this alone, at a gateway that asks for keys. Whoever keeps it can make one: clients add NAME --manage-keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider.options are for models that make pictures. Write the fields into the body: all of it goes to the vendor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offset is a whole number from 0 up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be the slug of a preset: up to 64 letters, digits and the signs - _ . can, beginning with a letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset is named by its slug: &quot;preset&quot;: &quot;slug&quot;, or &quot;model&quot;: &quot;@preset/slug&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model names the preset “%1”, preset names “%2”. Name one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “%1”. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “%1”, and no other. They stand in presets.json in Lightwell&apos;s configuration folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset “%1” in presets.json has a fault, so it is left out: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presets.json has a fault, so there are no presets: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets are for chats and for pictures. Send the fields themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset “%1” says no model. Say one: &quot;model&quot;: &quot;name@preset/slug&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the preset “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key of this hash that can be managed here. GET /api/v1/keys lists those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no %1 of a key: there are name, limit, limit_reset, include_byok_in_limit, expires_at and disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell has nothing for %1: all keys are of one person. Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit is an amount of dollars from 0 up, or null for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit_reset is daily, weekly or monthly, or null for never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit_reset belongs to a limit. Send limit as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires_at is a time in UTC such as 2027-01-31T12:00:00Z, or null for never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires_at is over already. To end a key now, disable or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is to change: name, limit, limit_reset, expires_at or disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog does not know that of models. Leave out %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be model or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is another preset “%1” before this one. That one counts, and this one is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image_config must be an object like {&quot;aspect_ratio&quot;: &quot;16:9&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 contradicts %2. Send one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sort must be pricing-low-to-high, pricing-high-to-low, latency-low-to-high, throughput-high-to-low, context-high-to-low or newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which request: /api/v1/generation?id=ID, with the id of its answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>There is no request %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request %1 is settled already: it cost %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to settle: it is known what the request %1 cost, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which attempt is meant. Those that can be settled are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled by hand: %1 was billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled by hand: nothing was billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended while this request was running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request %1 is still running, perhaps in another program. Wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor may still have the pictures of the request %1. Ask for them first; that costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it cost must be known, zero or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another call with this Idempotency-Key has just begun. Ask again in a moment for its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of this request is gone; only the ledger knows of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this client made without paying takes up %1, the most that is kept for one client. Whoever owns this computer can allow more: client_storage_mib in the section gateway of Lightwell&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of %1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of this request is damaged, so that nobody can go on with it. It may be billed: look it up at the vendor, and settle it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An offer is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal has no entry for this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attempt without a plan cannot be begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this request made and cost is not written down yet, since the database cannot be written. Lightwell keeps it and tries again until it is. Do not send it again, or it is paid twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the request %1 made and cost (%2) could not be written down, since the database cannot be written. Do not send it again, or it is paid twice. When the database is free, enter the cost with &quot;requests settle %1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client&apos;s key was revoked or disabled. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyActions</name>
    <message>
        <source>Show Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the providers’ keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in gallery and catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add reference pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste pictures as references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all that waits or runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star, or take the star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit its prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the page, or cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Loupe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open A/B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show whole pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show at 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show each at its own 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom and move in step, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align shifted pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flicker between A and B (hold)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide, or show again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details, where the window is narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush or eraser, in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharper edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softer edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show at 100 %, here and in Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show at 200 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loupe and A/B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyBinding</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyCombination</name>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyRules</name>
    <message>
        <source>These keys cannot be read. Press others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads about in the window or presses what has the keyboard. Press other keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chooses a picture by its number here. Press other keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 writes text where this holds. Hold Ctrl as well, or press a key from F1 to F12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to a button or field with that letter. Hold Ctrl instead of Alt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyTexts</name>
    <message>
        <source>%1 · ends in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until Lightwell closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the environment (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain refused to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keychain. Choose where the key is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It says: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the system’s &amp;keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an &amp;encrypted file, opened with a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this run &amp;only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your desktop guards it. Lightwell keeps no copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You give the passphrase once after each start. Without it nobody can read the keys, and nobody can restore them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is forgotten when Lightwell closes. Nothing is written to disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system’s keychain refused access. Allow it in your desktop’s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system’s keychain does not answer. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or choose another place below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or choose another place when you add a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system’s keychain is locked. Unlock it, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system’s keychain has never been set up. Give it a password, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key, but no “%1” yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · set aside: refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · set aside: out of funds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>A budget needs an amount of zero or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the budget of %1 a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the budget of %1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the budget of %1 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the budget of %1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for the provider %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for this client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would cost about %1, but only %2 is left of %3. Raise the budget or wait for the next period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger has no entry for this attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This attempt has already ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a terminal, “lightwell-cli budget set” raises it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor took this for %1, more than was left of %2. It is paid for, so it was carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a terminal, --allow-unknown-price takes it this once; a program has no such word: for it, and always, unknown_prices=allow under [engine] in settings.ini takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not say what is left (HTTP %2). Look at its own page, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 sent does not say what is left. Look at its own page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for the project &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of %2 are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This goes %1 beyond %2, which warns but does not stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows the price of this beforehand. Allow unknown prices in the settings, or choose a model whose price is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows what this costs until the vendor tells it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of this is not known, and %1 applies. Allow unknown prices in the settings, or choose a model whose price is known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>A tag is one line of up to 64 letters, without blanks around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture %1. Give the id that &quot;gallery search&quot; tells, or its first six digits and more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ids of several pictures begin with %1. Give more of its digits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskUsage</name>
    <message>
        <source>no mask: emulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaints all; outside the mask the old is put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets it as painted; what it changes outside is put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets it as painted, soft edges included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets it with black and white swapped, soft edges included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets it with hard edges: half painted and more counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets it with black and white swapped and hard edges: half painted and more counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 What it changes outside is put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mask: hard edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mask swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mask swapped, hard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mcp</name>
    <message>
        <source>%1 holds what cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no file that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its data URL cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agreement, or Idempotency-Key, was used for another call. Nothing was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 jobs of this client are under way. Nothing was begun: wait for one of them with get_job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This revision of the protocol is not spoken here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header %1 must be there and say what the message says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>_meta must name %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user did not agree to the price. Nothing was made, nothing was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the first provider fails, the user&apos;s own rules go on with one that costs more than was agreed. Nothing was made: raise max_cost_usd, or name the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size must be like 1024x1024, 16:9, 2K or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extra may have %1 fields and %2 KiB in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field in extra has a name that cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model must be the id of a model, as list_models has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no method %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows beforehand what %1 costs, so max_cost_usd cannot be kept. Nothing was made. Choose another model, or ask the user, and then leave max_cost_usd out and set allow_unknown_price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows beforehand what %1 costs. Nothing was made. Choose another model, or ask the user, and if they agree, call again with allow_unknown_price: true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would cost about %2, more than the %3 of max_cost_usd. Nothing was made, nothing was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would cost about %2. Nothing was made, nothing was paid. Ask the user, and if they agree, call again with max_cost_usd: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Lightwell is to have %1 made by %2. Nobody knows beforehand what that costs. Go on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell is to have %1 made by %2 for at most %3. Pay that?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell is to have %1 made by %2 for about %3. Pay that?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are still being made, and are paid for. Call get_job with this job_id; do not ask for them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows how this ended, and it may be billed. Do not ask again by yourself: tell the user, and try get_job with this job_id later, which is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be billed all the same. Ask the user before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no JSON-RPC 2.0 message: jsonrpc must be &quot;2.0&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id must be a text or a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>params must be an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch has 1 to %1 messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This revision of the protocol has no batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be of the type %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is out of its range (%2 to %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too short or too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has too few or too many entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no %1 here. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of %1 has the unknown keyword %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tool %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>painting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>converting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be written. get_job brings it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client has no such job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the uri of a picture that was made here, an absolute path, a data URL or a link (https://…), which is passed on to providers that take links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the uri of a picture that was made here, a data URL (data:image/png;base64,…) or a link (https://…), which is passed on to providers that take links. Files are not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the user&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user did not answer whether the price is all right. Nothing was made, nothing was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user has many questions of this client to answer already. Nothing was made, nothing was paid: wait for their answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such session any more. Begin anew with initialize.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header Mcp-Session-Id must name the session that ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>The picture is empty. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a picture Lightwell can read. Use PNG, JPEG, WebP, AVIF, GIF or JPEG XL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This %1 picture is damaged or incomplete and cannot be read. Try to get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has %1, more than the %2 that Lightwell reads. Use a smaller file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no reader for %1 pictures. Convert the picture to PNG or install the KDE image format plugins for Qt 6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell does not write %1 pictures here. Choose another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A %1 picture can have at most %2 pixels a side. Choose another format or a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written as %1. Choose another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has more than the %1 that Lightwell reads. Use a smaller file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This SVG drawing is written in a way that Lightwell does not read: it declares entities, has an unknown encoding or is nested too deep. Save it as plain SVG, or convert it to PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This SVG drawing has so many parts, or shows itself so often, that drawing it would take too long. Simplify it, or convert it to PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This %1 picture takes too much time or memory to read. Simplify it, or convert it to PNG with the program it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures cannot be read: the program %2 is missing or does not start. Install Lightwell anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture says it is %1 pixels, more than the %2 megapixels that Lightwell reads. Use a smaller picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture came as %1, which is another shape than the edited one (%2): what lies outside the mask could not be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of at most %1 is taken, and yours cannot be made as light as that. Use another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>needs a key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a key for %1 or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own OpenAI-compatible server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for by exactly this name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>%1 cannot be found. Check the internet connection and the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept connections. Check the address, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot prove who it is, so nothing was sent. Check the address, the clock of this computer and programs that look into encrypted connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy on the way to %1 does not answer. Check the system&apos;s proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy on the way to %1 asks for a password. Check the system&apos;s proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be reached in time. Check the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stayed silent for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not finish in time. The limit can be raised in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MB and was not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of %1 must begin with https, or keys could be read on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, because the request was empty. Please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 cannot be unpacked: it is damaged, or far larger than it seems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s link leads around in circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in painter gave no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s link leads to %1, inside a private network. It was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider sent a link that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s link carries a user name. It was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s link is not encrypted (https). It was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell had to give this up before it was done. Close what needs much memory, restart Lightwell and look under &quot;requests&quot; what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, because the value for %1 has a line break or another character that cannot stand there. Enter the key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 broke off before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link to a picture may have at most %1 characters. Send the picture itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link to a picture is no address. Write it as https://host/path, percent-encoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link to a picture has to begin with https://. Send the picture itself otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link to a picture holds a user name or password. Send the picture itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link to a picture leads to %1, where no provider can fetch it. Send the picture itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the link to %1 only the beginning was kept, since the rest may open it to anybody. Send the whole link again, or the picture itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link that begins with &quot;%1:&quot; leads nowhere from a provider. Send one that begins with https://, or the content itself as a data URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is no address. Write it as https://host/path, percent-encoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link holds a user name or password, which the provider would get. Send the content itself as a data URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads to %1, in your own network, where no provider outside can fetch it. Send the content itself as a data URL, or ask a server in that network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Obstacle</name>
    <message>
        <source>needs a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes no pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes 1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes %1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no such role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes no mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a mask</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>The ending “%1” is no picture format. Use .png, .jpg, .webp, .avif, .gif or .jxl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureMime</name>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureWork</name>
    <message>
        <source>Another one like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close to the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 times as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 times as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 times as wide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Planner</name>
    <message>
        <source>The prompt is empty. Describe the picture you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt has %1 characters; %2 takes at most %3. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size of %1 × %2 pixels cannot be made. Width and height must be at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size of %1 × %2 pixels is too large. Ask for at most %3 pixels on a side and %4 million in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used as an aspect ratio. Choose one between 1:%2 and %2:1, for example 16:9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures cannot be asked for at once. Choose a number from 1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no compression level. Choose a number from 0 (smallest file) to 100 (best).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used as a seed. Choose a whole number from 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes a picture larger and has to be told by how much. Add at least one of the fields top, bottom, left and right, in pixels (on the command line: --extra top=256).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell cannot make %1 files. Choose PNG, JPEG, WebP, AVIF, GIF or JPEG XL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 works on a picture. Add the one to work on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 cannot work from a picture. Remove the picture, or choose a model that can edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes at most %3 of the %4 pictures. Remove the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the pictures is empty. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes pictures as %3. Save yours as one of these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes pictures of at most %2 MB. Make yours smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes at most %2 MB of pictures at once. Remove some, or make them smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a mask that shows which part to paint anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mask needs the picture it belongs to. Add the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes no mask. Remove the mask and say in the prompt what to change, or choose a model for inpainting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask is empty. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask has %1 × %2 pixels, the picture %3 × %4. Make them the same size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 works on the picture alone and takes no prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes no negative prompt. Say in the prompt itself what you want instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes %2 a call, so %3 calls run side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes no seed, so every run looks different.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell calls this “%1”, and the request says something else there. Say it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell plans this from “%1” and cannot read this value. Use “%1” instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell sets this itself, because the price depends on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes out as it is. The vendor may bill it beside the picture, so the price is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 makes no %3; the picture comes as %4 and is converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 chooses the format itself; the picture is converted to %3 where it differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture comes as %1, is worked on without loss, and is then saved as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is what %2 makes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is saved without loss, so there is nothing to set. Choose JPEG, WebP or AVIF for smaller files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is compressed here, after %1 has made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 makes %3, which is saved without loss. Choose JPEG, WebP or AVIF for smaller files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes SVG drawings, which are delivered as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no transparency. Choose PNG, WebP or AVIF, or another background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strict mode is on, and %1 at %2 cannot do all of this by itself. %3 Change these, or turn strict mode off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chooses its own size; the picture is then %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 makes %3; the picture is then %4 to %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 makes only certain sizes; %3 is the nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes no size and decides itself. Choose a fit to get exact pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is asked for as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The aspect ratio and the resolution say what is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 decides itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 has no automatic size; it is asked for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size already says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact size was asked for too, and it counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 knows only certain aspect ratios; %3 is the nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 has no %3; %4 is the nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the only resolution of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resolution of %1 at %2 cannot be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes SVG drawings, which fit every size as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No size was asked for, so nothing has to be fitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture comes in the right size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 does not know “%3”. It knows: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 has no quality setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 uses its usual quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 calls it “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 has no style setting. Describe the style in the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 cannot make a transparent background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 always fills the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 has no setting for this background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name of at most %1 characters can be passed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no name of its caller&apos;s user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A variation is made of a picture. Add the one to vary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes variations itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes no variations by itself, so it is asked for one in words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previews come for one picture a call, so %1 calls run side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 shows nothing before the picture is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes sizes in pixels: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 at %3 does not take the seed %1. Choose a whole number from 0 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be “%2”. Choose one of these: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be “%2”. Did you mean %3?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a number from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a name of at most %2 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a list of at most %2 LoRAs, each with its name and a weight from -%3 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are not taken in this field. Give it as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names a picture that is not here; links and numbers of pictures are not fetched. Send the picture itself as “image”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 at %4 takes %1 from %5 to %6; %2 lies outside. Change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 was asked for it, and made %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-1 stands for any seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes out unread: nobody here knows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 has no such field; other vendors have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 has no such setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes it as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 filters as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts for reference pictures, and there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 cannot do this (%3). Choose a model that can: &quot;lightwell-cli models --capability %3&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes no picture as %3. Give it as an ordinary reference picture, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 does not take this together with a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 does not take this together with a mask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a picture that is made larger is scaled. Ask for the pixels instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no mask: it repaints the whole picture, and Lightwell puts back what lies outside the mask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 may change pixels outside the mask too; Lightwell puts these back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this mask the picture has to keep its shape: %1 was asked for, and it is %2. Ask for the picture&apos;s own shape, or choose a model that takes masks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs to be told more here: add the field %2 (on the command line: --extra %2=…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 at %4 takes %1 %5 alone, not %2. Change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes pictures of at least %4 pixels; yours has %3. Use a larger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes pictures of at most %4 pixels; yours has %3. Make it smaller first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 makes every picture %3 times as wide and high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes pictures with sides from %4 to %5 pixels; yours has %3 and is too narrow to be scaled to that. Cut off a part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes pictures with sides of at least %4 pixels; yours has %3. Use a larger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes pictures with sides of at most %4 pixels; yours has %3. Make it smaller first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no picture as large as yours: its %2 are scaled down to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no picture as small as yours: its %2 are scaled up to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes at most %2 of it: the picture is compressed, and scaled down where that is not enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take %2 of the pictures as they are: they are scaled or compressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 does not take its format: it goes out as %3, with the same pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 does not take its format: it goes out as %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not get the picture as it is; what lies outside the mask is put back from yours, in its %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes no links to pictures. Send the picture itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes no link to a mask. Send the mask itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 has no masks of its own: what lies outside is put back here, and links are not fetched. Send the picture and the mask themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Or choose a model that takes links, such as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fetches it from its link: nothing was turned upright, scaled or taken out of its file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take %2 of the pictures as they are: they are scaled or compressed. It fetches others from their links, in which nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 has to be told a shape, and that of a link is not known here. Say the size or the aspect ratio, or send the picture itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 may change pixels outside the mask too. They stay so: links are not fetched, so there is nothing to put back. Send the picture and the mask themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 gets the mask with black and white swapped, as it takes masks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 takes masks without soft edges: what is half painted or more may change, the rest stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 gets the mask with black and white swapped and without soft edges, as it takes masks: what is half painted or more may change, the rest stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 has no such field, and takes no others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Provider</name>
    <message>
        <source>A picture that was ordered here cannot be cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results stay at a public address at fal.ai for about a week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that are cancelled while they work are billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not accept the request. Its own words say what to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not accept the request and did not say why. Change the prompt or a setting, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not accept the value of “%2”. Change it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not offer this here. Choose another model or provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not know this model, or has retired it. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not accept the key. Check the key and what it is allowed to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account at %1 has no credit left or has reached its limit. Add credit or raise the limit there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works, but the account at %1 has no credits left. Add some there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has locked this account. Its support can say why and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes pictures with this model only for verified organizations. Verify yours in its settings, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no more calls for the moment. Wait a little and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too busy at the moment. Nothing was made; try again soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no model at %2. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no model at %2. Write it as on its page there: owner/name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a webhook the picture would not come back to Lightwell. Leave “%1” out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell asks %1 until the picture is done. Leave “%2” out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused this under its content rules. Change the prompt or the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the prompt or a picture under its content rules. Change them and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 made a picture but withheld it under its content rules. Change the prompt or the pictures and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not make the picture. Nothing was billed; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed while it made the picture. It may be billed all the same, so Lightwell did not try again by itself. Try again if you want to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time. It may be billed all the same, so Lightwell did not try again by itself. Try again if you want to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered without a usable picture. It may be billed all the same, so Lightwell did not try again by itself. Try again if you want to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered without a picture. Say more clearly what the picture shows, or try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped before the picture was finished. Try again with a shorter prompt or a lower resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no longer knows this job, so its picture cannot be fetched. It may be billed all the same. Look at your account there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job was stopped at %1. If it was already running, it may be billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was stopped at %1 before it began. Nothing was billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was cancelled at %1 while it worked, which %1 bills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model ran out of memory at %1. Ask for a smaller picture or fewer of them. The failed run may be billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps pictures for one hour and has deleted these. Make them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no usable “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer leads to an address that does not belong to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run succeeded but gave no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream ended without a finished picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no valid address yet. Enter its base address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of %1 leads to another one. Enter the final address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing at this address speaks OpenAI&apos;s language. Check the base address of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask cannot be read. Use a PNG with transparency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask has no transparent part, and it is no black and white picture. Erase the part that may change, or paint it white and the rest black.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask leaves nothing to change, so a picture would be paid for that stays as it is. Make the part that may change transparent, or white in a black and white mask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask has more than %1 MB. Make mask and picture smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says that it is done, but hands out no usable picture. It may be billed. Asking for it once more is free (“requests ask” in a terminal); ordering it anew is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for %1 is no service account’s. Create one, download its key as a JSON file, and give that as the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a workflow as ComfyUI&apos;s window saves it. Export it there in the API format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workflow has no nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node %1 has no class_type or no inputs. Export the workflow anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node %1: its input “%2” leads to node %3, which is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is to go to %2, but there is no such node or input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no input that can be named. Use names like prompt, seed, size, image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not served at this address, or without its API. Start it with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key belongs to one region. Outside of Singapore enter the address of yours as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic1111 or Forge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own server, started with --api. It does not tell how far it is, and goes on when a picture is cancelled. A key is only needed with --api-auth: user:password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own server. Checkpoint models work with the built-in workflows; put others as workflows of your own into the folder “workflows” beside your settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own server. A key is only needed if it asks for one. The first picture of a model waits until that is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable-diffusion.cpp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own server (sd-server). A picture that is being painted cannot be stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account of siliconflow.com needs the base address https://api.siliconflow.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&apos;s safety checker blacked the picture out. Change the prompt or the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&apos;s safety checker marked this picture. It is delivered as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not serve this where you are. Choose another provider of the same model, or another model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeDifference</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this differs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the model differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the prompt differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the size differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the seed differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the reference pictures differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 settings differ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceTexts</name>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>China’s label for AI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content credentials of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content credentials, written by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content credentials that lie elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Routing</name>
    <message>
        <source>Cheapest: %1 a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 a picture, as last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its price is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest: %1 s, the median of your last %2 pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s, the median of your last %2 pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet: each %1th picture tries such an offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most reliable: %1 % of your last %2 calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of your last %2 calls succeeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 calls so far, %2 are needed to tell; it counts as 50 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place %1 in the order you set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the order you set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on your own machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not run on your own machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its turn: it has %1 % of the calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has %1 % of the calls, and not this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You gave it no share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You named this provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands in for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no key yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It failed or asked for a pause, so it is tried last for %1 s more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It failed repeatedly; this call tries it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It failed repeatedly; another call tries it just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a picture is more than your rules allow (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its price is not known, and your rules allow %1 a picture at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s is longer than your rules allow (%2 s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rules ignore this provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not among the providers your rules allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not the mark “%1”, which your rules want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the mark “%1”, which your rules exclude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strict mode takes no other model than the one you named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your routing rules leave out every offer of %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change them under Settings, Routing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stand in routing.json in the configuration folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your routing rules cannot be read, so nothing is asked of anybody. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct routing.json, or write the rules anew under Settings, Routing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct routing.json in the configuration folder, or take it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no provider %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no provider %1. Did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number behind %1, such as “%1 2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the marks behind %1, such as “%1: trusted”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an amount of dollars, such as 0.05.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number of seconds, such as 30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place %1 in the order of the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s is longer than the call would like (%2 s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call ignores this provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not among the providers that the call allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call allows no provider beside those it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not run on your own machines, and what it does with what it is sent is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has nothing for %1, which the call wants heeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its price is not known, and the call allows %1 at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is more than the call allows (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for a million tokens is more than the call allows (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the call wants of its provider leaves out every offer of %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheapest: at most %1 for this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 for this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 for this call, as last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest: %1 s, the median of your last %2 calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s, the median of your last %2 calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet: each %1th call tries such an offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client&apos;s key does not let it use this model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>The address set for %1 cannot be used. It must look like https://example.com or http://127.0.0.1:9000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address set for %1 must not contain &quot;?&quot; or &quot;#&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place for keys could be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain refused access. Allow Lightwell to use it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain. Use the encrypted key file, an environment variable, or a key for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not answer. It may be waiting for you in another window; then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain no longer has this key. Enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file is locked. Enter its passphrase, or set LIGHTWELL_PASSPHRASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Enter the passphrase of the key file, or set LIGHTWELL_PASSPHRASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file has no such key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain service is running or installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain has not been set up yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file %1 is damaged. Restore it from a backup, or move it away and enter your keys again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no address yet. Set it in the settings or in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key for %1 yet. Add one under Keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key for %1 yet. Add one under Keys, or set %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no provider &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encryption library cannot be used on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file cannot be opened: there is not enough memory, or it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file needs its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file was made anew by another program. Enter its passphrase again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file needs a passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing the key file. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place for keys could be read: %1 Unlock the keychain or, for the key file, enter its passphrase under Keys or set LIGHTWELL_PASSPHRASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file cannot be made: there is not enough memory. It takes %1 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file is older than the one that was written last: somebody put a copy of it back. Keys that were removed since are in it again, and newer ones are missing. Look through your keys; the next one you set or remove accepts the file as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key yet for any provider of this model (%1). Add one of them under Keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key yet for any provider of this model (%1). Add one of them under Keys, or set one of these: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key has a line break or another control character inside, so it was not copied as it is. Copy it again, as one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address set for %1 begins with http, so everybody on the way could read the key. Use https, or http for a program on this computer or in your own network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent to %1: its address begins with http, so everybody in your network could read the key. Use https, remove the key, or allow it for this address: plain_key_hosts=%2 under [network] in the settings file, or LIGHTWELL_PLAIN_KEY_HOSTS=%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key has a character that cannot be seen or that no key has, so it was not copied as it is. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for %1 is not sent. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for %1, in %2, is not sent. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain has never been set up. Set it up in your desktop, or keep the key elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs besides the key: %2. Add it under Keys, or set %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 knows no field &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key&apos;s file %1 could not be read. Give the path of another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key&apos;s file is no JSON document. Download it from the provider again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key &quot;%2&quot; for %1 is not there any more. Add it again under Keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused your key. It is set aside, and your other keys are used. Test it under Keys when it should work again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused your key &quot;%2&quot;. It is set aside, and your other keys are used. Test it under Keys when it should work again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account at %1 is out of funds. Its key is set aside for an hour, and your other keys are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account of your key &quot;%2&quot; at %1 is out of funds. It is set aside for an hour, and your other keys are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key&apos;s name has up to 40 letters, digits, dots, dashes and underscores. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what is set as “%2” is none. It looks like this: %3. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what is set as “%2” has a line break or a character that cannot be sent. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address set for %1 holds a user name or a password. Leave them out; a key has its own place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>%1 could not be written. Check the permissions of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty picture cannot be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of this picture is damaged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy of the database could be made before changing it to the new version, so it was left as it is. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was written by a newer version of Lightwell. Install that version, or start this one with another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file belongs to another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is in use by another program for too long. Close other copies of Lightwell and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be written. Check the permissions of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file is damaged or is no database. Restore it from a backup, or move it away and start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file cannot be opened. Check that its folder exists and can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reported an error while the database was in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database did not carry out a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The picture lies in %2 for now, which the system may delete at its next start: save it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The picture is in no file yet, only in memory until Lightwell closes: save it elsewhere now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is of an older version of Lightwell and cannot be changed here. Open it once where it can be written, or copy the folder and set LIGHTWELL_HOME to the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to user number %2, whom this computer does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 belongs to the user %2, who can put other folders in the place of those within. Keep Lightwell&apos;s folder elsewhere (LIGHTWELL_HOME).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to the user %2, who can change what Lightwell does as root. Start Lightwell as %2, or set LIGHTWELL_HOME to a folder of root&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to the user %2, who could read and change everything Lightwell keeps there. Set LIGHTWELL_HOME to a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody on this computer may change the folder %1, and so put files of their own in the place of Lightwell&apos;s. Take that right away: chmod o-w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file. Move it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a folder. Move it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a pipe, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a socket, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a device, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has more than %2 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has more than %2 KiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has more than %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database did not carry out a step. (The transaction was rolled back.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database could not be brought to this version of Lightwell, and was left as it was. %1 If this stays so, close Lightwell and restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database could not be brought to this version of Lightwell, and was left as it was. %1 If this stays so, close Lightwell and restore it from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 cannot be &quot;%3&quot;. As long as it is, %4 is used. The file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file is empty, although this home was used before. Put it back from a backup, or remove it to start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file is gone or empty, but %1, which belongs to it, is still there. Put the database back, or move both away to start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file and %1 do not belong together: the file was probably put back from a backup. Move %1 away to use the file as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file was moved or replaced while this program runs, so nothing is paid for. Restart it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database lacks a part of its tables (%1). Restore it from a backup, or move it away and start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user has no home folder. Set HOME, or LIGHTWELL_HOME to a folder for Lightwell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already and is not written over. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup %1 is damaged or cut off, so nothing was taken from it. Use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no backup of Lightwell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was made by a newer version of Lightwell. Install that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup holds &quot;%1&quot;, which Lightwell never puts into one, so nothing was taken from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already. With --force the backup takes its place, and what is there now is kept beside it under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program works in %1. Close the window, &quot;serve&quot; and other commands of Lightwell first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is being put into %1 just now. Try again when that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or look through the settings and use them as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;lightwell-cli settings&quot; shows what holds now, &quot;settings accept&quot; takes it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was damaged and is kept as %2. What could not be read of it is at its default, so nothing is paid for now. Put the file back, repaired or from a backup, and start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged or cannot be read, so nothing is paid for and no change of settings is kept. Repair it or move it away, and start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: this version knows no %2. It is left out, and the file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>The body is no JSON object, but a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a list with at least one entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be told the price only, put dryRun=true into the query of the address, in this spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats give words here. Pictures are made at /v1/images/generations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The providers of this model have chats alone, and what %1 asks for cannot be said in one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model is a short name, all of which can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text model “%1”. /v1/models lists those that are known; any other of a provider is called PROVIDER/MODEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody offers chats with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody offers %1 at /v1/responses. Ask it at /v1/chat/completions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody offers embeddings by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed while it worked on the answer. It may be billed all the same, so Lightwell did not try again by itself. Try again if you want to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not answer. Nothing was billed; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with something that is no answer of a text model. It may be billed all the same, so Lightwell did not try again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 was cut off. What had come is billed; how much that is, is an estimate. It is not asked for again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. What %1 had said by then is billed; how much that is, is an estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call has no prompt: it is a JSON object with the text “prompt”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer has at most %1 pictures, and so many were tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to change. Send one as a data URL, or have a new one made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image tool makes one picture a call: leave n out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two image tools. Send one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function of yours is called %1, as the image tool is. Give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files are kept here: send the picture in %1 as a data URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is generate, edit or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max_tool_calls is a whole number from 1 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the picture should show: the last message of the user has no words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier answers are kept only where that is switched on: in Lightwell&apos;s settings under Gateway, or by serve --store-responses. Their words and pictures lie on the disk then. Or send all of the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer “%1” is kept for this client. Answers are kept for %2 days, and the oldest go when there are many. Send all of the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send either previous_response_id or conversation: each of them says what comes before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has no item “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item “%1” is kept for this client. Send the item itself instead of a reference to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation is larger than %1 bytes, and is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is finished, and comes in one piece: leave stream out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer has cost what it may: no further picture is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image tool&apos;s parameters are an object, like {&quot;model&quot;: &quot;gpt-image-2&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chat with the image tool has one answer: leave n out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop_server_tools_when takes {&quot;type&quot;: &quot;step_count_is&quot;, &quot;step_count&quot;}, from 1 to %1, and {&quot;type&quot;: &quot;max_cost&quot;, &quot;max_cost_in_dollars&quot;}, above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider of %1 answers in the way of &quot;%2&quot;. Leave out this ending of the model&apos;s name, or name a provider that has it before the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call was finished by an earlier run of Lightwell and is paid. %1 Asking anew, under another Idempotency-Key, is another call, which costs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call was begun by an earlier run of Lightwell, and at least its first step is paid. %1 Pictures that it made lie in the gallery. Asking anew, under another Idempotency-Key, is another call, which costs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words were not kept, since the call asks for that (store: false) or leaves the conversation to the vendor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words are not there any more: they were deleted, are too old, or come from a time when answers were not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of %1 needs a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 need a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2: prompt %3 letters too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 cannot make this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a chat says beside the pictures that it has made is kept only as long as the gateway runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words were not kept. Those of later calls are, where the gateway is started with serve --store-responses or that is switched on in Settings under Gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers are not made in the background here. Leave %1 out, and wait for the answer or stream it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 makes pictures. In a chat, ask for them by &quot;modalities&quot;: [&quot;image&quot;]; else at /v1/images/generations, or at /api/v1/images in OpenRouter&apos;s way.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>price unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free + %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ %1 + %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TilePainter</name>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file is gone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>scaled and cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaled and framed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is called “%1” (%2).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkMenu</name>
    <message>
        <source>Make &amp;larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make &amp;another like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut out the &amp;background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a &amp;drawing of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider with a key can do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, otherwise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell</name>
    <message>
        <source>Marks of providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fal: trusted; replicate: no client work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fal 4, replicate 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special ones above general ones: “flux*” above “*”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Marks of providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own words for them, which rules can ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls &amp;side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most at one provider; whoever is not named has its usual number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::AbBar</name>
    <message>
        <source>How two pictures are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let A and B change places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show whole pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture’s pixel on each of the screen’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the line in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change twice a second by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much stronger differences are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pixel of picture A on each pixel of the screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::AbCanvas</name>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture’s file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::AbCaption</name>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::AbSide</name>
    <message>
        <source>Another picture for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save %1 as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More with %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::AbView</name>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split by 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all B, all A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flicker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weaker, stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split at %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B is scaled to A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % apart on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::AccessCard</name>
    <message>
        <source>Who can reach the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of the certificate, SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encrypt calls (TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a certificate of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of the certificate: programs ask whether to trust it, or are told to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is in this network and has a key can spend your money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is in this network and has a key can spend your money. What is sent is not encrypted: others there can read it, keys too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::AddPlace</name>
    <message>
        <source>Add a model to this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same prompt, same seed, only it is asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::AddressGroup</name>
    <message>
        <source>Addresses of the providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only needed for a proxy, a regional host or a server of your own. An empty field means the provider’s own address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http://127.0.0.1:8080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own server. It needs an address to be used at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is set and goes first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::AdvancedPanel</name>
    <message>
        <source>Ad&amp;vanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What only some models take. The report under each picture says what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture q&amp;uality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opaque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad&amp;vanced · %1 set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::AttemptsCard</name>
    <message>
        <source>Lightwell: kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::BackupCommand</name>
    <message>
        <source>Put the database, the settings and your own catalog, rules and workflows into one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file to make, a tar archive with gzip (&quot;lightwell.tar.gz&quot;); never written over. Keys are not in it, prompts are: keep it as you keep your home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pictures, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which file to make: backup FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is made and was read back: %2, with %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are not in it: --pictures adds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your keys are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::BillDialog</name>
    <message>
        <source>What was billed, in dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Give up its pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up its pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was billed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::BudgetCommand</name>
    <message>
        <source>Limit what may be spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set, list or remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day, week, month or total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what goes to this provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no provider &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--period is day, week, month or total; &quot;%1&quot; is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say &quot;budget set USD --period PERIOD&quot;, &quot;budget list&quot; or &quot;budget remove&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the limit in dollars, for example 20 or 0.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the period with --period: day, week, month or total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such budget. &quot;budget list&quot; shows them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PERIOD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIMIT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RESERVED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no budget: nothing limits what is spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such budget. &quot;budget list&quot; shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several budgets match. Name one by its id: &quot;budget remove ID&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget is set: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget is removed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what this client of the gateway asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no client &quot;%1&quot;. &quot;clients list&quot; shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this model, or those of a pattern such as flux*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is for this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell it from so many per cent of the limit on (75); 0: never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only tell when the limit is passed, and stop nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--warn is a whole number from 0 (never) to 100 per cent; &quot;%1&quot; is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, which only warns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the budget either by its id or by --period, --provider, --model, --client and --project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every paid call in it is refused until it is raised or removed; what is free goes on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::BudgetWatch</name>
    <message>
        <source>Left today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left in total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + ?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::BudgetsModel</name>
    <message>
        <source>others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::BudgetsPage</name>
    <message>
        <source>Earlier month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a limit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent in the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent by day. Arrow keys go through days and parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The books cannot be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entries saved: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger could not be saved. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CallLog</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key that works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no budget left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hung up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model → offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of which %2 at the provider and %3 in Lightwell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CallsCard</name>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>504 no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program has called since this start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every call gets a line here: whose it was, of which model, what it cost and how it was answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call of this client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go o&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · paused, %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prompts are shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CatalogFilters</name>
    <message>
        <source>Search models, makers and vendors’ names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of one picture at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size that prices are for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With my keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only models I have a key for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models, makers, families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proprietary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can do anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CatalogPage</name>
    <message>
        <source>prices fetched just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices fetched %1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch models and prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch models and prices from the vendors that list them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a filter away, or look for another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the catalog…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own models and endpoints: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and endpoints of your own can be put into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file with your own models and endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search %1 models, makers, families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own times cannot be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prices up to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CatalogTable</name>
    <message>
        <source>yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My success</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CatalogViews</name>
    <message>
        <source>Models, as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models, as cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CellActions</name>
    <message>
        <source>Save picture as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture’s file cannot be read, so it was not copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is in no file yet. Use “Save as…” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture’s file cannot be read, so it cannot be dragged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %1 pictures can be dragged at once. Export takes any number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CellFooter</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was changed on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CellWidget</name>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make again (costs again)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make again (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open in its program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take &amp;off the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take the star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the &amp;gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide in the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use in the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;but the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;seed, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ChartLegend</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ClientDialog</name>
    <message>
        <source>Name of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit in dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over what time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models it may use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day of its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all, or some: flux*, gpt-image-2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until it is revoked, or a day: 2027-01-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as it likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls a m&amp;inute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last &amp;day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program gets a key of its own, which is shown once. What goes beyond its limits is refused before anything is paid for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold from its next call on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, or an amount: $10.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of its calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin answers early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its &amp;key manages the keys of programs, and is good for nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key manages the keys of programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its &amp;key is disabled: it does not work for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key is disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its calls a&amp;re</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the gateway has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid for and recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered from recordings, or by placeholders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered from recordings alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered from recordings, or paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered from recordings, or paid for and recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered by placeholders, which cost nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White space while it waits, for programs that give up after a minute. Errors have the status 200 then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls a minute</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ClientTable</name>
    <message>
        <source>%1 + %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (expired)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Its key works until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (disabled)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that do not say it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers begin with white space while it waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the gateway has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: manages keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ClientsCard</name>
    <message>
        <source>Change &amp;limits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the limits of the chosen client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke the key of the chosen client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>59 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program has a key of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one for each program: what it may spend, and on which models, is up to you, and its key can be revoked alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clients cannot be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;client…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of %1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 no longer works</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ClientsCommand</name>
    <message>
        <source>Give programs keys and budgets of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day, week, month or total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the client: &quot;clients %1 NAME&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A budget needs both --budget USD and --period day, week, month or total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the key of &quot;%1&quot;. It is shown only now; Lightwell keeps no copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MADE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LAST USED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no client yet. &quot;clients add NAME&quot; makes one, &quot;serve&quot; the one of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of &quot;%1&quot; no longer works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key could not be shown, so &quot;%1&quot; is revoked. Add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BUDGET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEFT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add, set, list or revoke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the client may spend in a period, in dollars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only models it may use: names, or patterns such as flux*, separated by commas; all lets it use any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until when its key works: a day such as 2027-01-31, that included, or a time such as 2027-01-31T12:00; never ends that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say &quot;clients add NAME&quot;, &quot;clients set NAME&quot;, &quot;clients list&quot; or &quot;clients revoke NAME&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--models is a list of names or patterns, or all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--rate is a whole number of calls a minute, or none; &quot;%1&quot; is neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--expires is a day such as 2027-01-31, a time such as 2027-01-31T12:00, or never; &quot;%1&quot; is none of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--expires is over already: &quot;%1&quot;. To end a key now, say &quot;clients revoke NAME&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no client &quot;%1&quot;. &quot;clients list&quot; shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds for &quot;%1&quot; from its next call on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODELS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--budget is an amount of dollars, for example 20 or 0.50; &quot;%1&quot; is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--replay is one of %1 or default; &quot;%2&quot; is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--keep-alive is whitespace or none; &quot;%1&quot; is neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say either --enable or --disable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key that manages others makes no calls that cost something: leave out --models, --rate, --budget, --replay and --keep-alive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of its calls that do not say it (X-Lightwell-Replay): %1; default is what the gateway does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitespace sends some while it waits, also where its calls do not ask for it (X-Lightwell-Keep-Alive); none ends that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key manages the keys of programs at the gateway (/api/v1/keys), and is good for nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key does not work until it is enabled again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key works again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to set: --models, --rate, --expires, --replay, --keep-alive, --enable, --disable, or --budget with --period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>white space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ANSWERS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: manages keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many calls to models it may make in a minute, those that cost nothing among them; none lets it make as many as it likes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model that is known now is called %1. &quot;models&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the one that serve and the window show: a gateway that runs refuses it from now on, and its next start makes another one. Programs that have it need the new key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ClosingDialog</name>
    <message>
        <source>&amp;Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;when done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Lightwell?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close when done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost by closing now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell closes when all is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One request is still on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests are still on their way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One request is still on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests are still on their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers may bill them all the same. If Lightwell closes now, it fetches at its next start what a provider still keeps; other pictures are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some pictures are in no file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing loses them. Stay, and save them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some pictures that have come are in no file yet: closing loses them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CodeBox</name>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CommandLine</name>
    <message>
        <source>Revised prompt: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already made and kept in Lightwell&apos;s own folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>painting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>converting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, place %1 in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be sent as a picture. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size is WIDTHxHEIGHT, a ratio such as 16:9, 0.5K to 4K, or auto; &quot;%1&quot; is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--aspect-ratio is two numbers such as 16:9, or auto; &quot;%1&quot; is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--resolution is 0.5K, 1K, 2K, 4K or auto; &quot;%1&quot; is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-o names a file of the format %1, but --format says %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--compression is a whole number from 0 (smallest) to 100 (best).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--extra is NAME=VALUE; &quot;%1&quot; is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the picture shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model: its name, or provider/name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the picture should not show, where the model has that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels (1024x768), a ratio (16:9), 0.5K to 4K, or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape: 1:1, 3:2, 16:9 …, or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.5K, 1K, 2K, 4K or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pictures, 1 to 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 (smallest) to 100 (best), for lossy formats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s own word: low, medium, high …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s own word for a style.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transparent, opaque or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reference picture; may be given several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PNG whose transparent part may be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closest, or exactly the asked pixels by crop, contain or stretch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse rather than emulate or leave something out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the prompt as one argument, in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;requests settle %1&quot; takes down what it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt may have at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 may have at most %2 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--extra may be given %1 times, with %2 characters in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-n is a whole number from 1 to 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a folder. Name a folder, or a file ending in .png, .jpg, .webp, .avif, .gif or .jxl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already, so the picture gets the next free name. --force replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already. Replace it? (y/n)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input holds no prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same picture, where the model keeps to it; -1 is any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field of the vendor&apos;s own, such as acceleration=high; may be given several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--seed is a whole number from 0 to %1, or -1 for any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of denoising, 1 to 500, where the model has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strictly the prompt is followed, on the model&apos;s own scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the reference picture is repainted, 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor&apos;s filter: auto, low, or 0 (strictest) to 6 (loosest).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How closely reference pictures are kept: low or high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the vendor may rewrite the prompt: true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s own name of a sampler or scheduler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A LoRA by the vendor&apos;s name of it, and its weight; may be given several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its successor: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in no list, so nothing is known of it. It would be asked for by that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody serves it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ITS NAME THERE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAN DO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRICES OF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 does not do by itself:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file ending in .%1 cannot be written: take .png, .jpg, .webp, .avif, .gif, .jxl or .svg, or a folder, whose name ends in a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture to work on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words for models that take some along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>png, jpeg, webp, avif, gif or jxl; svg where the model draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the picture to work on as one argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times wider and higher an upscaled picture is, 1 to 16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture whose look is taken over, where the model has that; may be given several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of a figure to show, where the model has that; may be given several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, past %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: its last bills (%2) were %3 % above its price list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: its last bills (%2) were %3 % below its price list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YOUR CALLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1, at %2 %3 a dollar (%4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1, at %2 %3 a dollar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for: budgets and usage can be by project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where nobody knows the price beforehand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--project is a name of 1 to %1 characters that can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day, week, month or total (the default).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what was begun on this day or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what was begun on this day or before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what went to this provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this model, or those of a pattern such as flux*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what this client of the gateway asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what was for this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--period is day, week, month or total; &quot;%1&quot; is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either --period or --since and --until.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is a day such as 2026-11-29; &quot;%2&quot; is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no provider &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DAY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ATTEMPTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PICTURES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total %1, reserved %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source type, as claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI system, as claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt writer, as claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>China&apos;s AI label, as claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content credentials (C2PA), claimed and not checked:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content credentials (C2PA) elsewhere, not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say how it was made, which proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either --max-bytes or --visually-lossless.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--chroma is 420, 422 or 444.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--dither is on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--fit and --never-enlarge need --resize.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--resize is a size in pixels such as 1600x1600.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--fit is inside, crop, contain or stretch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIXELS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BYTES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QUALITY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: its content credentials (C2PA) stay behind; a changed file cannot keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 were exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 100; 85 by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel the same: webp, avif, jxl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best quality with which it takes no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest quality at which nobody sees a difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 to 256 colours: gif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on (the default) or off: gif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other pixels, such as 1600x1600.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside (the default) that size, or exactly its pixels by crop, contain or stretch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is smaller stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colour behind what is transparent, such as #ffffff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace files of the same name, but none that this export reads or wrote; else they stay, and the new ones get a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder they go to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where they go: -o DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--matte is a colour such as #ffffff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OFFER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEFT OUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell which offers would be tried in which order, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the files are called: {name}, {date}, {time}, {prompt}, {model}, {provider}, {seed}, {size}, {n}; {name} by default, and {date}_{prompt}_{n} for what the gallery finds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an animation: only its first picture was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: skipped, a file of its name is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>png, jpeg, webp, avif, gif, jxl, tiff or heif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 (fastest) to 9 (smallest): png, webp, avif, jxl, heif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How finely colour is kept: 420, 422 or 444: jpeg, avif, heif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures in one file that shows each for so many milliseconds: png, gif, webp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures on one page, with their model, provider, pixels and seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over a contact sheet; the prompt by default, where all have the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out how and when it was made: --no-recipe and --no-date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out prompt, model, seed and settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out when it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out IPTC&apos;s words for pictures that AI made. China&apos;s label always stays, and the place is always taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out pictures whose file is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format is png, jpeg, webp, avif, gif, jxl, tiff or heif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--title needs --contact-sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either --force or --skip-existing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture is seen at once and grows finer as it arrives: jpeg.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CompareCommand</name>
    <message>
        <source>Put several models side by side for one prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for the pictures and the contact sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the models with --models A,B,C. &quot;lightwell-cli models&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder for the pictures with -o DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact sheet %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ASKED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DELIVERED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ESTIMATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: revised prompt: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact sheet: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ComparePage</name>
    <message>
        <source>Form and pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %1 models fit side by side. Remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lighthouse on a rocky coast at dusk, soft fog over the water, warm lamp light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can start right away: the built-in models draw by rules, not by AI. With a key of your own you compare real ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your keys are locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is among the models already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is there now. The built-in models draw by rules, not by AI; with a key you compare real ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt is in the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not among the models now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in this run already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tells how it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tells how %2 made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recall recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is filled in. The model, %1, is not in the catalog: the chosen ones stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what you want</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This prompt goes to every model below. Pictures to work on can be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who makes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each model makes its own picture of it, side by side. Add or remove them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the price first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it will cost stands here before you press Generate; what it did cost stands under each picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::CompareStart</name>
    <message>
        <source>&amp;Make 1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make %1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make %1 at an unknown price?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make %1 for about %2, and some at an unknown price?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make %1 for free?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make %1 for at most %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make %1 for about %2?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::Composition</name>
    <message>
        <source>Your catalog %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your catalog %1 is left out: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your catalog is left out. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is ignored: it must hold a path that begins with a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written, so you can look at what is there, but nothing is made or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home was used before, but its database was gone: %1 is a new one, without the requests, budgets and clients of the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your workflow %1 is left out: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your workflows in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found on this machine is forgotten: %1 Search for local engines again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your catalog %1: %2 is no offer that there is (%3), so its price is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your catalog %1: %2: %3 has no quality “%4”, so its price is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting a backup into %1 was cut off. All is as it was before; &quot;restore&quot; puts it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your routing rules %1 have a fault, so nothing is asked of anybody until they are correct: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your catalog %1: %2: either “%3” is a model&apos;s own name, or nobody knows the model “%4”, so the name is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your presets %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ConnectDialog</name>
    <message>
        <source>Programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistants (MCP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is that of this computer, or better one of the program’s own, with limits: add a client for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;key of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · for this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · for other computers too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::DeleteQuestion</name>
    <message>
        <source>Delete starred pictures?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of these %2 pictures are starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted pictures wait in the bin for %1 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those &amp;without a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::DetailsPlace</name>
    <message>
        <source>About this picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::DifferencePopover</name>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::DoctorCommand</name>
    <message>
        <source>Check that everything Lightwell needs is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell %1, Qt %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writable, %1 GB free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written. Give this user the right to, or set LIGHTWELL_HOME to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written and read back. Install its library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new keys are kept there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not usable (%1); keys can be kept in an encrypted file or come from the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet; the built-in models work without. &quot;keys set PROVIDER&quot; adds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reserved for requests that run or may have been billed; &quot;requests&quot; shows them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a test picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by the built-in painter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argon2id with %1 passes and %2 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, which is little; it is made stronger when it is unlocked next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is older than the one that was written last: somebody put a copy of it back. Look through your keys; the next one you set or remove accepts the file as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their place is locked, and what is in it cannot be seen. Unlock the keychain or, for the encrypted file, set LIGHTWELL_PASSPHRASE to its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made, but at no cost that is known or can be believed: %1. &quot;requests settle ID&quot; takes down what the vendor&apos;s own page says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open in the ledger, but their record is gone: %1. &quot;requests settle ID&quot; takes down what they cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their end is not known, and the ledger has nothing about them: %1. &quot;requests settle ID&quot; enters what they cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1; %n entries of your own catalog are left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>interrupted, because the program that asked is gone: %1. The next &quot;generate&quot;, &quot;compare&quot; or &quot;serve&quot;, or the window, fetches what was paid for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted, because the program that asked is gone: %1. The window or &quot;serve&quot; fetches what was paid for when it starts next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted, because the program that asked is gone: %1. The vendor gave no job to ask for, so there is nothing to fetch. What may have been billed stays reserved until &quot;requests settle ID&quot; says what it cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the built-in painter cannot make one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a damaged file, kept aside. Remove it when you do not need it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>billed at more than ten times the estimate, and booked so: %1. Look them up at the vendor; &quot;requests settle ID&quot; takes down what its own page says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entered for a day that has not come yet, because a clock was wrong; they count in the budgets of that day, and in those for all time: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned at no cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for local engines on their usual ports; their models are listed from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --local: ask an engine where it was found, where its usual address does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none answers on the usual ports of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is asked at %1, where nobody answers. &quot;doctor --local --use-addresses&quot; takes %2 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from now on it is asked at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--use-addresses says what becomes of what --local finds. Give both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link pictures again that lie elsewhere in the media folder than the books say. Nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lay elsewhere than the books said, and are linked again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lie elsewhere than the books say: %1. &quot;doctor --repair&quot; links them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are gone or damaged, and not found under another name: %1. Put their files back, or restore them from a backup; what they cost stays in the books.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are files in the media folder that no request has: %1. They are left as they are; look at them and remove what you do not need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all where the books say: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::DropStrip</name>
    <message>
        <source>Have a picture already?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it here to edit it. One made by Lightwell brings its recipe back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::DroppedPictures</name>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says nothing of how it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says of itself, unchecked: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::EmulationMark</name>
    <message>
        <source>Changed on the way: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::EncodingPanel</name>
    <message>
        <source>How the quality is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most kilobytes of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chroma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As small as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visually lossless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lossless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“As small as …” finds the best quality that fits. “Visually lossless” finds the lowest one at which nobody sees a difference at 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How finely colour is kept beside brightness: fully, half, a quarter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hroma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;ither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ %1 each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progressive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture is seen at once and grows finer as it arrives. Writing takes longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Progressive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::EngineSection</name>
    <message>
        <source>Find local engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engines on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked %1 of %2 addresses…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for engines…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the search for local engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic1111, Forge, ComfyUI, stable-diffusion.cpp and LocalAI are found where they usually listen. Nobody is asked before you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask %1 at %2 from now on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::EstimateCommand</name>
    <message>
        <source>PROVIDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAKES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CALLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ESTIMATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRICES OF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the price and what would be changed, spending nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As for generate: a file&apos;s suffix names the format. Nothing is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a model with --model. &quot;lightwell-cli models&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key for %1. &quot;keys set %2&quot; adds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As last time: %1 (like bills: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As last time: about %1, from %2 to %3 (like bills: %4).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ExamplesStep</name>
    <message>
        <source>Say what you want</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One prompt goes to every model. Type yours, or take one of these:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ExplainPage</name>
    <message>
        <source>Cheapest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most reliable first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an order of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own machine first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared by weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this offer, and what was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept of this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was taken out of the history, or this computer never made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one before (←)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next one (→)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt and the picture’s facts go along, keys and places of files do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · request %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By your rules: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied, without keys and places of files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ExportCommand</name>
    <message>
        <source>Write pictures anew: another format, size or quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of any format that is read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the pictures: &quot;export FILE… --format webp -o DIR&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ExportFoot</name>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry what failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both: the new ones get a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the files that are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out those whose name is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;ver mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport %1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One contact sheet of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One animation of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files of these names are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing one file of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without their content credentials, which no changed file can keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 animated, with their first picture only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file of %1 written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ExportForm</name>
    <message>
        <source>How pictures are exported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ExportItems</name>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ExportPage</name>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures to be exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Esc). An export that was started goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export is under way. Start the next one when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export 1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the exported pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file of %1 pictures is written, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported %1 of %2 pictures, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split by 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page ↑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+←</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+→</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported %1 of %2 pictures; %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::FieldsForm</name>
    <message>
        <source>Find it at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, taken from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept; it is never shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unless you say otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May stay empty, or for example %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::FilmStrip</name>
    <message>
        <source>today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::FilterPill</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. Delete takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to choose from yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::FormPane</name>
    <message>
        <source>What to make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a prompt first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the models can make this. See above what each one needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes up to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to use as reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::FormPlans</name>
    <message>
        <source>≈ %1, as last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ %1 (%2 to %3), as last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::FormatPanel</name>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::GalleryActions</name>
    <message>
        <source>1 picture is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures are hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture is shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures are shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures are tagged “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture is in the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures are in the bin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::GalleryCanvas</name>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::GalleryCommand</name>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pictures that were made, star, hide and tag them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search: pictures whose prompt, model, provider and tags have these words, each found by its beginning; without words, the newest. export: writes those into a folder, as &quot;export&quot; does. star, unstar, hide, unhide: mark pictures by their ids, or the first six digits of them and more. tag, untag: the same with a tag. tags: list them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search, export: only of this model, or those of a pattern such as flux*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search, export: only what this provider made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search, export: only what has this tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search, export: only what was for this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search, export: only what is starred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search, export: only what is hidden, which is left out otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search, export: how many; 50 by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say &quot;gallery search WORDS&quot;, &quot;gallery star ID&quot;, &quot;gallery hide ID&quot;, &quot;gallery tag TAG ID&quot; or &quot;gallery tags&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the tag and the pictures: &quot;gallery %1 TAG ID…&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the pictures: &quot;gallery %1 ID…&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--limit is a whole number from 1 to 10000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no provider &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no word in it that could be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The words of %n request(s) could not be taken in, because nothing can be written here: their pictures are found by filters alone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>TIME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROMPT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MARKS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>TAG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PICTURES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tag yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::GalleryDetails</name>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More with this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture to see how it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewritten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recall all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the whole recipe into the form on Compare, the seed too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the recipe into the form on Compare, but for the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::GalleryEnlarged</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all pictures (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::GalleryFilters</name>
    <message>
        <source>Search prompts, models and tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under 1 megapixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 1 megapixel on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 2 megapixels on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 4 megapixels on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With hidden ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only hidden ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the words “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::GalleryPage</name>
    <message>
        <source>The pictures cannot be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recall all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall all but the see&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall the &amp;prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall the s&amp;eed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as re&amp;ference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open with another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expo&amp;rt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you make here, at the command line or through the gateway is kept, and found again in this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the first &amp;one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to look at it in the Loupe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the &amp;star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;how again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the picture that has the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this offer, each attempt, and what was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to four pictures fit beside each other in the Loupe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look c&amp;losely in the Loupe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::GatewayGroup</name>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A running gateway follows at once; connected programs may need the new address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4747, unless another program uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no IP address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Names of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs may use these instead of its addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pa&amp;ges that may use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their origins, exactly. Empty: no page can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is used. %2 is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is used by another program. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no address of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>127.0.0.1 is this computer only. With 0.0.0.0 other computers in your network can connect, with a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key of the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PEM file of yours, for encrypted calls. Empty: Lightwell makes one for this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PEM file without a password. Empty: it lies in the same file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts and pictures in the log of requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;mpts and pictures in the log of requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program can look up what it asked for, and one with this computer&apos;s key what all did. Off: it is told model, time, outcome and cost alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days that requests stay in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep re&amp;quests for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older ones of programs leave the log. What they cost stays in the books, and pictures in the gallery with all that was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep answers of text models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For 30 days, so that programs can go on with them (previous_response_id of /v1/responses); those of chats and embeddings for two days, so that a call that is repeated after a restart is told again. Whole conversations, with their pictures, then lie on this disk. Each program reads its own alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::GatewayPage</name>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway is off: switch it on before the program calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls are encrypted: the program has to trust the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::GenerateCommand</name>
    <message>
        <source>Make pictures with one model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a model with --model. &quot;lightwell-cli models&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the picture goes: a file or a folder, or - for standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace a file that is there already, without asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-o - writes the bytes of the picture, which a terminal cannot show. Send them to a file or a program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-o - writes one picture and nothing else: it takes neither -n nor --json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in Lightwell&apos;s own folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is there: %1. What it cost is not written down yet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has ended. What it cost is not written down yet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change pictures by words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a picture larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make another picture like one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the background of a picture away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a model with --model. &quot;lightwell-cli models --capability %1&quot; lists those that can do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the picture to change with --image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a drawing (SVG) of a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::HintLine</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::InspectCommand</name>
    <message>
        <source>Show what pictures of any program say of how they were made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures. What they say is claimed by their files and not checked; that they say nothing proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which pictures: inspect FILE…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::Json</name>
    <message>
        <source>the text is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something follows after the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a field is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon is missing after the name of a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma or } is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma or ] is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a character is escaped in a way that does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text does not end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object is expected, not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON text is too long: beside pictures as base64 it may have %1 KiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON text has more than %1 long base64 texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON text has more than %1 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON text has more than %1 fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON text has a field whose name is longer than %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON text has a number of more than %1 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON text has objects and lists more than %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON text has the field %1 twice in one object; it is unclear which of them counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON text has a field twice in one object; it is unclear which of them counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, byte %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object is expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::KeptPanel</name>
    <message>
        <source>&amp;Recipe: prompt, model, seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe: prompt, model, seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;AI label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says in IPTC’s words that AI made the picture. China’s own label, where a picture has one, always stays: taking it away is forbidden there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place (GPS) is always removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::KeyDialog</name>
    <message>
        <source>Passphrase of the encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the system’s keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Get a key from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a key from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the new key; the old one is never shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system’s keychain is available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same passphrase once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new one, of at least %1 characters. It cannot be recovered: whoever forgets it adds every key anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase needs at least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in “%1” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own word for it, such as “work”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the key a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has up to 40 letters, digits, dots, dashes and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a key of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::KeyLine</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it here as well, so that it works without the environment. It is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model of %1. Nothing is made before you press Generate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the key for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::KeyRow</name>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the provider whether the key works. Costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really remove?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really remove the key for %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is used where the first is refused or out of funds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>provider, key</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::KeysCommand</name>
    <message>
        <source>keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add, test and remove your keys at the vendors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list, set, remove or test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a new key is kept: keychain or file. By default the best there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is not taken from the command line, where other programs can read it. Leave it out: Lightwell asks for it, or reads it from standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the provider: &quot;keys %1 PROVIDER&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no provider &quot;%1&quot;. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say &quot;keys list&quot;, &quot;keys set PROVIDER&quot;, &quot;keys remove PROVIDER&quot; or &quot;keys test&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ENDS IN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VARIABLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--place is keychain or file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key goes into the system&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain cannot be used here (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key goes into a file encrypted with a passphrase of yours (LIGHTWELL_PASSPHRASE, or asked for). To keep it nowhere, set %1 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key for %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key was given, so nothing is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more than one line. A key is one line: copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the key file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key for %1 is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key to test. &quot;keys set PROVIDER&quot; adds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place for keys has to be opened first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked: %1 Unlock the keychain or, for the encrypted file, set LIGHTWELL_PASSPHRASE to its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. &quot;keys test %1&quot; tries it, free of charge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase for the key file. Without it nobody can read the keys, and nobody can restore them:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same passphrase once more:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are two different passphrases, so nothing is kept. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed. The key in %1 is used from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a provider needs besides the key, as &quot;keys list&quot; names it: region=eu-west-1. Empty: it is forgotten. Secret ones are asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs nothing besides its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--field takes NAME=VALUE. %1 has: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a secret, and other programs can read the command line. Leave it out: Lightwell asks for it, or reads it from standard input after the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key for %1, as a JSON document or the path of its file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (may stay empty):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not given, so nothing is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not given, so nothing is kept. Give it with --field %2=…, or set %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BESIDES THE KEY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of several keys at a provider, by a name of your own. Without it: the one that has none. One that is refused or out of funds is set aside, and the next is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking whether the keys work…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, set aside: refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, set aside: out of funds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::KeysField</name>
    <message>
        <source>Press the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::KeysPage</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own keys go straight to each provider, and nowhere else. Prices are the providers’ own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the system’s keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are kept in the system’s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted file with your keys is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keychain. Each time you add a key you choose: an encrypted file with a passphrase, or for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key for %1 kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ The key works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key for %1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key for %1 is there until Lightwell closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused this key. It is kept: replace or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::KeysStep</name>
    <message>
        <source>Add a key for real ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All providers, how to get a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 model, one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 models, one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready, from the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this key was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own key, kept in the system’s keychain. One is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keychain: you are asked first whether a key goes into an encrypted file or is there for this run only. One is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system’s keychain cannot be used now: you are asked first where a key is kept. One is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key for %1 is there until Lightwell closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key for %1 kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::LedgerPane</name>
    <message>
        <source>Show the whole month again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was spent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each call that costs something gets a line here: what was estimated, what it cost, and the difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was spent in this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what the filters show as a table for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be billed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::LedgerTable</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>billed later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settled later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of the call of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::Leftovers</name>
    <message>
        <source>Waiting for a request that was interrupted earlier. Ctrl+C leaves it for the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request that was interrupted earlier (%1, &quot;%2&quot;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is done: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended without a picture. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::LimitActions</name>
    <message>
        <source>Limit set: %1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit removed: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::LimitForm</name>
    <message>
        <source>Limit in dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn at this share of the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hard stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard stop: what would go beyond is not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Warn at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove this limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::LimitRow</name>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an amount in dollars, for example $20.00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::LimitsPane</name>
    <message>
        <source>all must pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fullest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call is sent only where every hard limit that holds for it has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add, edit or remove a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With one, nothing is sent that would go beyond it: not from here, not from the command line, not by programs at the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a limit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset at midnight. Weeks begin on Monday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset at midnight, %1. Weeks begin on Monday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a limit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit the chosen limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove the chosen limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::LineageList</name>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made of this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit of this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::LocalEngines</name>
    <message>
        <source>models: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upscalers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRAs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes text only, no pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes pictures, but Lightwell cannot use it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs without its API. Start it with --api and search again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for a key before it tells what it has. Add the key, and type the model&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::LoupeBar</name>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large pictures are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show whole pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture’s pixel on each of the screen’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom and move all together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put shifted pictures back in step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures beside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each at 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture pixel on each pixel of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2: each picture at its own 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::LoupePane</name>
    <message>
        <source>at %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to look at it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::LoupeView</name>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>star</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::MainWindow</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are still being exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close anyway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::MaskCanvas</name>
    <message>
        <source>+%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::MaskModels</name>
    <message>
        <source>What the models make of the mask</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::MaskOptions</name>
    <message>
        <source>Show mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit into the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feather</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole canvas (0). The wheel and + − zoom, 1 shows every pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, pixels of canvas more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour and strength of the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light tint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium tint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong tint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::MaskPage</name>
    <message>
        <source>brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>straight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the pictures (Escape). What was painted stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move the brush, Enter puts it down, Shift with an arrow paints, Control with an arrow pans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask is still being written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint what should change, or grow the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you paint is made anew and the rest stays, whichever way round a model takes its mask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you paint is made anew and the rest stays; black and white are swapped for %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::MaskTools</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear mask and canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas: drag its edges to have more painted around the picture. Shift keeps the shape, Alt grows both sides. It snaps to sizes that all chosen models make, but not with Ctrl.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::McpCommand</name>
    <message>
        <source>Serve an assistant&apos;s program over standard input and output (MCP).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for: budgets and usage can be by project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIGHTWELL_KEY is no key of a client. &quot;lightwell-cli clients add NAME&quot; makes one; without LIGHTWELL_KEY pictures are made in your own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message may have 64 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key in LIGHTWELL_KEY has expired. &quot;lightwell-cli clients set NAME --expires DATE&quot; lets it work again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key in LIGHTWELL_KEY is disabled. &quot;lightwell-cli clients set NAME --enable&quot; lets it work again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::MessageCard</name>
    <message>
        <source>it did not leave this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first of several; your key is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first of %1 calls; your key is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your key is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was sent to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As %1 would have got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ModelPane</name>
    <message>
        <source>&amp;Add to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare makes pictures from words; this model works on a picture you have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the model that follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this family of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file with your own models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your own list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its maker has switched it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its maker switched it off on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its maker switches it off on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its maker no longer develops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followed by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody serves it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes, at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AVIF, GIF and JPEG XL are made by Lightwell.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ModelPicker</name>
    <message>
        <source>Search models by name, maker or provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, maker or provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing by that name is known. Your own server may know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · Enter chooses, Esc closes · up to %2 side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ModelRow</name>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 (Delete). Alt+↑ and Alt+↓ move it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ModelsCommand</name>
    <message>
        <source>List the models, who serves them and what a picture costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAKER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PICTURE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: the models with these words in name, maker, family or a vendor&apos;s id. show: one model, what it is good at, and its offers by price. refresh: asks the providers for what they have now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: the same as WORDS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: what it can do: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: who made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: who serves it, by the provider&apos;s id. refresh: ask this one alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: what one picture may cost at most, in dollars. Unknown prices are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: open, proprietary, or a part of the licence&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: %1. Those that were shut down are listed only so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: catalog, name, maker, price or released.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size that prices are told for; 1024x1024 by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size takes pixels, as in 1024x1024.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--max-price takes dollars, as in 0.05.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model of the catalog fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a model: &quot;models show MODEL&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: only what you have a key for, or what needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model of %1 is known yet. &quot;doctor&quot; looks for engines on this machine; for others, name the model: %1/MODEL.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ModelsPanel</name>
    <message>
        <source>&amp;Add model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a key for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will make %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mask emulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes no mask: it paints the whole picture anew, and outside the mask the old one is put back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ModelsRefresh</name>
    <message>
        <source>Asking for the lists of models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LISTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRICES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GONE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>READ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n entries of its list cannot be read and are left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lightwell::ModelsStep</name>
    <message>
        <source>Built-in models are ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They draw by rules, not by AI: free, offline, good for trying things out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more in the Catalog</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::NewKeyDialog</name>
    <message>
        <source>Key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown only now: Lightwell keeps no copy. Paste it into the program’s settings; if it gets lost, revoke the client and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;nnect a program…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::NewLimitDialog</name>
    <message>
        <source>What the limit is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one the limit is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over what time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model, or several by a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program at the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In total, never reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model, or a pattern such as flux*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project’s name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::NoHits</name>
    <message>
        <source>No picture fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a filter away, or look for another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take &amp;all filters away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without %1 (1 picture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without %1 (%2 pictures)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::NoteRow</name>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::NotificationService</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::OfferRows</name>
    <message>
        <source>This price is not published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (yours)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::OffersCard</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as they would be tried now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody offers this model now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more, left out by your rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::OpenAiAdapter</name>
    <message>
        <source>OpenAI-compatible server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own server, such as LocalAI or stable-diffusion.cpp. A key is only needed if it asks for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own server, from catalog.json in the configuration folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::OptionsPanel</name>
    <message>
        <source>Pictures of each model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures &amp;each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed makes the same picture again, where a model takes one. Further pictures take the next numbers. Empty: a new one each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file stays as the provider makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no quality to choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pro&amp;ject</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::OwnKeyBox</name>
    <message>
        <source>Key of this computer’s programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of this computer’s &amp;programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has it can spend with your provider keys, but never sees them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::PickerModel</name>
    <message>
        <source>Add key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2, %3, %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price not known yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::PictureArea</name>
    <message>
        <source>This picture’s file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::PictureInputs</name>
    <message>
        <source>Use as &amp;reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::PictureView</name>
    <message>
        <source>This picture’s file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::PictureViews</name>
    <message>
        <source>Picture by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open in its program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::PresetBar</name>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for this preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename or delete this preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset “%1” is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::PresetDialog</name>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset of this name is there; it will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::PreviewCard</name>
    <message>
        <source>Original and exported picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original, %1, its first picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoding …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, encoding …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be written so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoded in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out the pictures …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::PriceCard</name>
    <message>
        <source>Estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated %1, may be billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated %1, billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price list of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not say why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::PricePanel</name>
    <message>
        <source>&amp;Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;horten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the question above first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the budgets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ProjectBox</name>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pictures are for. Budgets and usage can be looked at by project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project&apos;s name takes letters, digits and signs that can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::PromptPanel</name>
    <message>
        <source>Ne&amp;gative prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should the pictures show?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what should not be in the pictures. Not every model listens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should not be in them?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ProviderOrderGroup</name>
    <message>
        <source>Which provider first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where several providers offer a model, they are asked in this order. One that has just failed waits at the end for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pro&amp;vider…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a provider to the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is not in the order: the cheapest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, place %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of the order: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::QualityControl</name>
    <message>
        <source>Quality, 0 smallest file to 100 best picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::QualityDialog</name>
    <message>
        <source>Save as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is kept as %1 and will be written anew. A lower quality makes a smaller file; the kept picture stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RecipeCard</name>
    <message>
        <source>Recall recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture’s recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never mind (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the form with what the file tells. What it does not tell is left empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the file claims, unchecked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tells how it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tells how %2 made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RecordingsCommand</name>
    <message>
        <source>Show or remove what the gateway has recorded to be replayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list, remove or clear. The pictures stay in the gallery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recording %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) removed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Say &quot;recordings list&quot;, &quot;recordings remove ID&quot; or &quot;recordings clear&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MADE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REQUEST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROMPT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded. Programs record with the header X-Lightwell-Replay: record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ReferenceRow</name>
    <message>
        <source>What the models are to take from this picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint mask…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask rests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read any more. Remove it, or put the file back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint what should change in this picture, or make its canvas larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mask counts on the first picture that is edited. Move this one up to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 (Delete). Alt+↑ and Alt+↓ move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ReferencesPanel</name>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add reference pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is among the pictures already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model takes more than %1 pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference picture %1 cannot be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask of %1 cannot be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose reference pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reference picture cannot be read any more. Remove it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose pictures to be edited or used. They can also be dropped or pasted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says of itself, unchecked: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ReportPopover</name>
    <message>
        <source>What was changed on the way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RequestsCommand</name>
    <message>
        <source>The vendor has no job that could be asked for. Look at its own list of requests; then &quot;requests settle %1&quot; puts right what it cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to ask for: the request %1 ended, and it is known how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: how many; 50 by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask: where the pictures go; by default they stay with Lightwell&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settle: what the vendor billed, in dollars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settle: the vendor billed nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settle: which attempt is meant, where several are open; the first is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settle: also where the vendor may still have the pictures. They are lost then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the request: &quot;requests %1 ID&quot;. &quot;requests&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--limit is a whole number from 1 to 10000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TOOK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no request yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted: the program that asked is gone. &quot;requests ask ID&quot; fetches one, &quot;generate&quot; or &quot;compare&quot; what the command line left, &quot;serve&quot; what any program left; nothing is paid twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: it may have been billed. &quot;requests ask ID&quot; asks the vendor once more; &quot;requests settle ID&quot; takes down what the vendor&apos;s own page says it cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no request %1. &quot;requests&quot; lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the vendor billed: --cost USD, or --not-billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--cost is an amount in dollars, for example 0.04; &quot;%1&quot; is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--attempt is a whole number; the first is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;requests ask %1&quot; does; --give-up settles it without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add --attempt and its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is settled: %2, cost %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settle: also where it is known what it cost, because that is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of completed requests with an unknown cost, the vendor told one that cannot be right. &quot;requests settle ID&quot; takes down what the vendor&apos;s own page says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that is wrong, --correct puts it right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (?)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(?): the vendor&apos;s bill is more than ten times the estimate. It is booked; look it up at the vendor. &quot;requests settle ID&quot; takes down what its own page says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request %1 is still running in another program, which gets its pictures and writes down what they cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1, %2, by %3: %4 became %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the newest requests, show one, ask for a lost one, settle one by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list: the newest requests and how they ended. show: who was asked for one, in which order and why. ask: fetch a job that was paid for and lost; costs nothing. settle: say what a request cost whose outcome is not known, as the vendor&apos;s own page tells it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say &quot;requests list&quot;, &quot;requests show ID&quot;, &quot;requests ask ID&quot; or &quot;requests settle ID&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ATTEMPT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHY, AND WHAT CAME AFTER IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ESTIMATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIFFERENCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show: also the offers in their order, what was sent for each wish, the price line by line, and the message without the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to attempt %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RestoreCommand</name>
    <message>
        <source>Put a backup into this home, all of it or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &quot;backup&quot; made. No program of Lightwell may run meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also where there is a database or settings of the same name: they are kept beside the restored ones, under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which backup to put back: restore FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of %1 is in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was here before is kept. Remove it when you do not need it any more:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was paid for after the backup is not in its books. Keys are never part of a backup: set them with &quot;keys set&quot; where this computer has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that were not here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ResultsBar</name>
    <message>
        <source>Progress of all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again all that failed here without being billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the finished pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the finished pictures off this page. Their files stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How pictures are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A/B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only one picture so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all that is still waiting or running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export these pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all pictures that are looked at here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ResultsPane</name>
    <message>
        <source>Several models, one prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a prompt, choose models, and press Generate. Their pictures appear here, side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RevokeDialog</name>
    <message>
        <source>Revoke the key of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ceases to work at once, for every program of this computer that has it. A new one is made when it is needed next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ceases to work at once, and for good. What it spent stays in the books.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RoutingExample</name>
    <message>
        <source>For this &amp;example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be chosen for the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a size such as 1024x1024.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RoutingGroup</name>
    <message>
        <source>Routing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which offers of a model are tried, and in which order. A rule holds for the models it names; what it leaves open, the rules below it say, and last the order above. The rules lie in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add r&amp;ule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a routing rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules cannot be read, so nothing is asked of anybody until the file is correct.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RoutingRuleCard</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flux*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As rules below say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheapest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most reliable first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an order of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own machine first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared by weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fal, replicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fal 2, replicate 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dearest picture, in dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest usual time, in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never these providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with these marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never with these marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no client work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that stand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand in also where the content was refused, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also where the content was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the rule away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name models, such as flux* or *.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the first provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a provider a weight.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RowTable</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RunLine</name>
    <message>
        <source>1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 starred</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RunNotices</name>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may be billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 pictures are done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RunProgress</name>
    <message>
        <source>%1 of %2 ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::RunRemovals</name>
    <message>
        <source>1 run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cleared. %2 stayed: pictures of it are in no file yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures here are in no file yet. Clearing loses them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is in no file yet. Save it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off the page. The gallery keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures are back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::SameCallCard</name>
    <message>
        <source>The same call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same call, as a program makes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your gateway is off, so no program reaches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the gateway on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through your gateway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::Screenshot</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures did not arrive in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::SelectionBar</name>
    <message>
        <source>cost unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the chosen pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use them as reference pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the chosen pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag the chosen pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose none (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete: they wait in the bin for 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two to four pictures can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ServeCommand</name>
    <message>
        <source>Run the local gateway for other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other computers can reach this gateway, at %1. Whoever has the key can spend your money, and what is sent is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address to listen on: an IP address of this computer; 127.0.0.1 (localhost) by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port; 4747 by default, 0 picks a free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key for clients, for this run only, instead of the one made on the first start. The environment variable LIGHTWELL_GATEWAY_KEY does the same and is not seen in lists of processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name of this computer that programs may use, like studio.lan. Several are separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The origin of a web page that may use the gateway. Several are separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for no key. Only on an address of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serve takes options only, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--port is a number up to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--address is localhost or an IP address of this computer, like 127.0.0.1; &quot;%1&quot; is neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--key and --no-auth exclude each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--public-url is the address programs use, like https://pictures.example/v1; &quot;%1&quot; is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address under which programs reach the gateway through a proxy: links to pictures begin with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other computers can reach this gateway, at %1. Whoever has the key can spend your money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell takes one socket from whoever starts it, not %1: name one ListenStream=.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was handed over is no listening TCP socket: ListenStream= takes an address with a port, like 127.0.0.1:4747, and Accept= stays off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--tls-key needs --tls-certificate: the certificate it belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--tls makes a certificate: leave it out beside --tls-certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--replay is one of %1; &quot;%2&quot; is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--cache is a number of seconds up to %1; 0 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A host of your own network that webhooks may reach, also without TLS, like build.lan:9000. Several are separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of calls that do not say it themselves (X-Lightwell-Replay): off, record, replay-or-mock, replay-or-error, replay-or-live, replay-or-record or mock. With mock, replay-or-mock and replay-or-error nothing is paid for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how many seconds the answer to a call with a seed is good for equal calls; 0 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay once for equal calls of one client that run at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt calls, with a certificate that is made for this computer. Its fingerprint is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt calls, with this certificate of yours (PEM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key (PEM), where that does not lie in the same file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever started Lightwell has opened its socket: leave out --address and --port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep answers of /v1/responses for 30 days, so that programs can go on with them (previous_response_id), and those of chats and embeddings for two days, so that a call that is repeated after a restart is told again. Their words and pictures then lie on this disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::SettingsCard</name>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to %1 as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked, what was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits; nothing was laid out for a provider yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent for this request is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::SettingsCommand</name>
    <message>
        <source>Show the settings, or accept what is left of damaged ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list, or accept: the file was damaged, and from now on these settings are the ones that are meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are not damaged, so there is nothing to accept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These settings hold from now on. Start a window or &quot;serve&quot; that runs already anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say &quot;settings&quot; or &quot;settings accept&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::SettingsDamage</name>
    <message>
        <source>Use these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every choice holds at once and is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System follows your desktop, also while Lightwell runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the &amp;recipe into pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt, model, provider, seed, size, cost and date travel inside the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another &amp;provider after an unknown outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lost connection may have been billed already; another try may be billed as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest &amp;wait for a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this Lightwell stops waiting. A job that goes on at the provider is asked for again later; asking costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pre&amp;views while a picture is painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models by OpenAI send sketches. They cost a little more; the price before the click counts them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest wait for a picture, in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before more pictures than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before &amp;more pictures than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before spending more than, in dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before &amp;spending more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At one start, by the price before the click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One start of more than this asks once. So does an unknown price, unless one like it was paid for before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of unknown price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of &amp;unknown price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask: the window asks before each start; the command line and the gateway refuse them unless they are told that it may be so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EUR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of it a dollar is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show sums also &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A currency and how much of it a dollar is. Sums are shown in it beside dollars, by this rate; nothing is reckoned in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notify when pictures are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a message of the desktop, while this window is not in front. It never holds the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;hortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that has keys, and which. Each can have others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We&amp;lcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page of the first start: examples, keys, and a look around.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ShapeButton</name>
    <message>
        <source>E&amp;xact…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact size in pixels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ShapePanel</name>
    <message>
        <source>Width in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to reach the exact size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop to these pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit inside, fill the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch to these pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens where a model cannot make exactly these pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the nearest size made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape: as the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a mask, what is made has the shape of the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is made has the shape of the first picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ShortcutTable</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::ShortcutsDialog</name>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, group or keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual keys of this action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual keys of all actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows, Enter, Space, Escape, Tab and the digits of pictures do what they always do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual keys of this are now those of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 already, which would have those keys no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions have their usual keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::SidebarFoot</name>
    <message>
        <source>Gateway off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No budget is set.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::SizePanel</name>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;ver enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground behind what is transparent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole, on a ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a size becomes another</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::Sketchbook</name>
    <message>
        <source>The built-in painter cannot paint this request. Change the named field and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in painter no longer has this painting. Start it again; it costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in painter has too many paintings waiting. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in painter gave an unexpected answer. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not set on the poster: %2. The built-in type has Latin, Greek and Cyrillic letters only.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in painter sent no picture. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in, drawn by rules, not by AI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The painting was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in painter could not finish this painting. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not drawn: %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::SpendingCard</name>
    <message>
        <source>Spent of the month’s limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept back for running calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May have been billed, 1 call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May have been billed, %1 calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forecast %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit reached, stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast for the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast within the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast past the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit for the whole month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::StarButton</name>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::StateCard</name>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;nnect a program…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the &amp;certificate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the &amp;port…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program can connect. It would listen on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · this computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · other computers can reach it too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::StatePanel</name>
    <message>
        <source>stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetching it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place %1 in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preview %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preview %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, longer than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for its turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for its turn at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::StepButtons</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::StepCard</name>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::StorageGroup</name>
    <message>
        <source>1 picture, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back all pictures of the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most gigabytes of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures of the bin are in the gallery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted pictures wait in the bin for %1 days, then they are gone for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where pictures take more, some go: first those of the bin, for good; then hidden ones and then the oldest, into the bin. Never those with a star or a tag, nor what was made or deleted within a day. You are told before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the bin, for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hidden, into the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the oldest %1, into the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By this limit 1 picture goes now, %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By this limit %1 pictures go now, %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more than it stay, since nothing else may go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the bin %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in the bin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::StoreKeeper</name>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the bin %1 will go for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will go to the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures take more than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the bin %1 went for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture is in the bin, for the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are in the bin, for the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::StripThumb</name>
    <message>
        <source>being made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::SubjectCard</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not billed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::SummaryLabel</name>
    <message>
        <source>%1 may be billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 under way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::TagPopover</name>
    <message>
        <source>Tag the chosen pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags that other pictures have</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::TagRow</name>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the tag %1 away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags that other pictures have</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::TargetPanel</name>
    <message>
        <source>Day it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels, as it leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its number in this export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template of the files’ names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a field: what stands in braces is filled in for each picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name and folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of a name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::Toast</name>
    <message>
        <source>What can be done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::TogetherPanel</name>
    <message>
        <source>What several pictures become</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds each picture is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One contact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file of all pictures says that AI made them, but has no recipe, since each has its own. An animation gets the pixels of the first picture; a contact sheet says under each how it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::TourBubble</name>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::TuningControls</name>
    <message>
        <source>From %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (strictest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (loosest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt rewriting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRAs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gui&amp;dance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content f&amp;ilter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strictly the provider filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt re&amp;writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the provider may write the prompt anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sc&amp;heduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider’s own name of a sampler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;oRAs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names or paths with a weight each, as in “owner/style:0.8, other”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 LoRAs, each a name with a weight from −%2 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheduler’s name has characters that cannot be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stren&amp;gth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How closely the reference pictures are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the picture is painted anew: %1 nearly nothing, %2 all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::UnknownActions</name>
    <message>
        <source>Ask the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was billed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for the job and fetches its pictures; costs nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take down what the provider’s own page says it cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider’s own page shows no charge: what was kept back is free again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::UnknownDialog</name>
    <message>
        <source>May have been billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these nobody knows whether they were billed. Their estimates stay kept back, and count against the limits, until you say what the provider’s own page shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::UnknownPanel</name>
    <message>
        <source>Show all calls that may have been billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows how it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. It was made, but its cost is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2 Kept back until settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown, may have been billed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::UnknownWork</name>
    <message>
        <source>%1 has told what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: not billed. What was kept back is free again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::UnlockDialog</name>
    <message>
        <source>Passphrase of the encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock your keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::UsageCheck</name>
    <message>
        <source>Asking what was spent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEFT THERE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPENT THERE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEDGER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIFFERENCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs may spend with the same account: then the difference is theirs. Where a vendor only says what is left, this look is compared with the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These tell nothing that could be compared: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider has a key, so nobody can be asked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::UsageCommand</name>
    <message>
        <source>%1 + %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REQUESTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PICTURES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total %1, reserved %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted requests, whose money is still reserved: %1. &quot;requests&quot; shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell what was spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the cost is unknown, budgets count the estimates: %1 more, %2 in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dated later, because a clock was wrong, and counted then: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line each: day, provider, model, client or project; or day and another, as in day,model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print CSV for spreadsheets: with --by its lines, else every attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the providers what was spent there, and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either --json or --csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--by is day, provider, model, client or project, or day and one of the others; &quot;%1&quot; is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no client &quot;%1&quot;. &quot;clients list&quot; shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--check compares all that was spent: of what chooses or groups it, it takes only --provider.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::WelcomePage</name>
    <message>
        <source>Welcome to Lightwell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show me around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close. Settings lead back here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One prompt, several models, side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price stands beside the button, the real cost under each picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures, prompts and keys are stored on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs can use the same models through the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three steps. The first is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three steps. Press Generate and the first is done; it costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three steps. Press Generate and the first is done; the price stands beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lightwell::cli</name>
    <message>
        <source>Usage: lightwell-cli COMMAND [options]
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
&quot;lightwell-cli COMMAND --help&quot; tells more about one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (revoked)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no use for --%2. &quot;lightwell-cli %3 --help&quot; shows what it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is given more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more arguments than &quot;%1&quot; takes. Put words that belong together in quotes; &quot;lightwell-cli %1 --help&quot; shows what it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for another program that holds the database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is less than nothing, and no amount can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argument %1 is not UTF-8, so it would reach nobody as it is meant. Set the terminal to UTF-8, or give the file another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard output cannot be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input has more than %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input is not UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Image models side by side, and a local gateway to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pictures of the pages, light and dark, and quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print how long the start took until the window can be used, and quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell cannot start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightwell runs already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window of Lightwell works in this folder and does not answer. Use that one, or end it first. Another LIGHTWELL_HOME has a window of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
