<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ExchangePage</name>
    <message numerus="yes">
        <source>%n difference(s) read; look through them and save.</source>
        <translation>
            <numerusform>%n difference read; look through it and save.</numerusform>
            <numerusform>%n differences read; look through them and save.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeardCard</name>
    <message numerus="yes">
        <source>Chime, then %n time(s):</source>
        <translation>
            <numerusform>Chime, then %n time:</numerusform>
            <numerusform>Chime, then %n times:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaveBar</name>
    <message numerus="yes">
        <source>%n change(s) not saved yet. Leave?</source>
        <translation>
            <numerusform>%n change not saved yet. Leave?</numerusform>
            <numerusform>%n changes not saved yet. Leave?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message numerus="yes">
        <source>Save · %n change(s)…</source>
        <translation>
            <numerusform>Save · %n change…</numerusform>
            <numerusform>Save · %n changes…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>%n change(s) to save as a whole</source>
        <translation>
            <numerusform>%n change to save</numerusform>
            <numerusform>%n changes to save as a whole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message numerus="yes">
        <source>%n version(s); restoring one makes a new version</source>
        <translation>
            <numerusform>%n version; restoring one makes a new version</numerusform>
            <numerusform>%n versions; restoring one makes a new version</numerusform>
        </translation>
    </message>
</context>
</TS>
