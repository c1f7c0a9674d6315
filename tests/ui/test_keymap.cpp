// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/settings.h"
#include "core/storage/storagereasons.h"
#include "ui/shortcuts/keycombination.h"
#include "ui/shortcuts/keymap.h"
#include "ui/shortcuts/keyrules.h"

#include <QKeyEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;
using keyrules::Objection;

/// Which keys do what: the table, what may be chosen, and what is kept.
class TestKeymap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyActionStandsOnce();
    void usualKeysMeanOneThingAtAPlace();
    void usualKeysAreAllowed();
    void pressesAreRead_data();
    void pressesAreRead();
    void keysAreShownAsOnKeyboards_data();
    void keysAreShownAsOnKeyboards();
    void whatIsRefused_data();
    void whatIsRefused();
    void chosenKeysHoldAndAreKept();
    void takenKeysAreGoneWhereTheyWere();
    void resettingGivesThemBack();
    void noKeysAtAll();
    void whatCannotBeUsedIsTold_data();
    void whatCannotBeUsedIsTold();
    void othersOfTheFileStay();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"settings.ini"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QKeySequence ctrlG(Qt::CTRL | Qt::Key_G);
const QKeySequence ctrlM(Qt::CTRL | Qt::Key_M); // the usual ones of AddModel

QKeyEvent press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
{
    return QKeyEvent(QEvent::KeyPress, key, with);
}

} // namespace

void TestKeymap::everyActionStandsOnce()
{
    QSet<QString> ids;
    QSet<int> actions;
    int group = 0;
    for (const KeyActionInfo &info : keyactions::all()) {
        ids.insert(info.id);
        actions.insert(static_cast<int>(info.action));
        QVERIFY2(!info.title.isEmpty() && !info.usual.isEmpty() && info.places, qPrintable(info.id));
        QVERIFY2(static_cast<int>(info.group) >= group, qPrintable(info.id));
        QVERIFY(!keyactions::groupName(info.group).isEmpty());
        group = static_cast<int>(info.group);
        QCOMPARE(keyactions::of(info.action).id, info.id);
    }
    QCOMPARE(ids.size(), keyactions::all().size());
    QCOMPARE(actions.size(), keyactions::all().size());
    QCOMPARE(actions.size(), static_cast<int>(KeyAction::Export) + 1);
}

void TestKeymap::usualKeysMeanOneThingAtAPlace()
{
    for (const KeyActionInfo &info : keyactions::all()) {
        for (const QKeySequence &keys : info.usual) {
            const std::optional<KeyAction> other = Keymap::usual().holder(info.action, keys);
            QVERIFY2(!other, qPrintable(info.id + u' ' + keyrules::written(keys)));
        }
        QCOMPARE(Keymap::usual().keys(info.action), info.usual);
    }
}

void TestKeymap::usualKeysAreAllowed()
{
    for (const KeyActionInfo &info : keyactions::all()) {
        for (const QKeySequence &keys : info.usual) {
            QVERIFY2(!keyrules::objection(info, keys[0]), qPrintable(info.id + u' ' + keyrules::written(keys)));
            QCOMPARE(keyrules::read(keyrules::written(keys)), std::optional(keys));
        }
    }
}

void TestKeymap::pressesAreRead_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("with");
    QTest::addColumn<KeyPlace>("place");
    QTest::addColumn<int>("action"); // -1: none
    const auto row = [](const char *name, int key, Qt::KeyboardModifiers with, KeyPlace place,
                        std::optional<KeyAction> action) {
        QTest::newRow(name) << key << with << place << (action ? static_cast<int>(*action) : -1);
    };
    row("letter", Qt::Key_L, {}, KeyPlace::Pictures, KeyAction::OpenLoupe);
    row("letter elsewhere", Qt::Key_L, {}, KeyPlace::Loupe, KeyAction::Link);
    row("letter nowhere", Qt::Key_Z, {}, KeyPlace::GalleryPictures, std::nullopt);
    row("with Shift", Qt::Key_Z, Qt::ShiftModifier, KeyPlace::Loupe, KeyAction::ShowEachActual);
    row("with Ctrl", Qt::Key_Z, Qt::ControlModifier, KeyPlace::Loupe, KeyAction::Undo);
    row("sign over another", Qt::Key_Plus, Qt::ShiftModifier, KeyPlace::Ab, KeyAction::ZoomIn);
    row("digit with Shift", Qt::Key_0, Qt::ShiftModifier, KeyPlace::Mask, KeyAction::ShowWhole);
    row("number block", Qt::Key_Minus, Qt::KeypadModifier, KeyPlace::Loupe, KeyAction::ZoomOut);
    row("Enter of it", Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier, KeyPlace::Form, KeyAction::Generate);
    row("the same for another", Qt::Key_Return, Qt::ControlModifier, KeyPlace::ExportPreview, KeyAction::Export);
    row("second keys", Qt::Key_Y, Qt::ControlModifier, KeyPlace::Mask, KeyAction::Redo);
    row("everywhere", Qt::Key_3, Qt::ControlModifier, KeyPlace::Mask, KeyAction::ShowCatalog);
}

void TestKeymap::pressesAreRead()
{
    QFETCH(const int, key);
    QFETCH(const Qt::KeyboardModifiers, with);
    QFETCH(const KeyPlace, place);
    QFETCH(const int, action);
    const QKeyEvent event = press(key, with);
    const std::optional<KeyAction> found = Keymap::usual().find(&event, place);
    QCOMPARE(found ? static_cast<int>(*found) : -1, action);
}

void TestKeymap::keysAreShownAsOnKeyboards_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::addColumn<QString>("text");
    QTest::newRow("letter") << QKeySequence(Qt::Key_S) << u"S"_s;
    QTest::newRow("several") << QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Period) << u"Ctrl+Shift+."_s;
    QTest::newRow("Enter") << QKeySequence(Qt::CTRL | Qt::Key_Return) << u"Ctrl+Enter"_s;
    QTest::newRow("minus") << QKeySequence(Qt::Key_Minus) << u"−"_s;
    QTest::newRow("none") << QKeySequence() << QString();
}

void TestKeymap::keysAreShownAsOnKeyboards()
{
    QFETCH(const QKeySequence, keys);
    QFETCH(const QString, text);
    QCOMPARE(keycombination::text(keys), text);
}

void TestKeymap::whatIsRefused_data()
{
    QTest::addColumn<KeyAction>("action");
    QTest::addColumn<QKeyCombination>("keys");
    QTest::addColumn<int>("objection"); // -1: none
    const auto row = [](const char *name, KeyAction action, QKeyCombination keys, std::optional<Objection> objection) {
        QTest::newRow(name) << action << keys << (objection ? static_cast<int>(*objection) : -1);
    };
    row("letter while writing", KeyAction::Generate, Qt::Key_G, Objection::WritesText);
    row("capital letter while writing", KeyAction::AddModel, Qt::SHIFT | Qt::Key_M, Objection::WritesText);
    row("Delete while writing", KeyAction::CancelRest, Qt::Key_Delete, Objection::WritesText);
    row("letter on pictures", KeyAction::Star, Qt::Key_Q, std::nullopt);
    row("letter in the gallery", KeyAction::HidePicture, Qt::Key_Q, std::nullopt);
    row("letter in A/B", KeyAction::SwapSides, Qt::SHIFT | Qt::Key_Q, std::nullopt);
    row("Delete on pictures", KeyAction::Star, Qt::Key_Delete, std::nullopt);
    row("letter with Ctrl", KeyAction::Generate, Qt::CTRL | Qt::Key_G, std::nullopt);
    row("function key", KeyAction::Generate, Qt::Key_F5, std::nullopt);
    row("Alt with a letter", KeyAction::Generate, Qt::ALT | Qt::Key_G, Objection::LeadsToControl);
    row("Ctrl and Alt", KeyAction::Generate, Qt::CTRL | Qt::ALT | Qt::Key_G, std::nullopt);
    row("arrow", KeyAction::Star, Qt::Key_Left, Objection::LeadsAbout);
    row("arrow with Ctrl", KeyAction::Star, Qt::CTRL | Qt::Key_Left, Objection::LeadsAbout);
    row("Tab", KeyAction::Star, Qt::CTRL | Qt::Key_Tab, Objection::LeadsAbout);
    row("Enter", KeyAction::Star, Qt::Key_Enter, Objection::LeadsAbout);
    row("Enter with Ctrl", KeyAction::AddModel, Qt::CTRL | Qt::Key_Enter, std::nullopt);
    row("Space", KeyAction::Flicker, Qt::Key_Space, Objection::LeadsAbout);
    row("Escape", KeyAction::LeaveView, Qt::Key_Escape, Objection::LeadsAbout);
    row("digit of pictures", KeyAction::Align, Qt::Key_4, Objection::ChoosesPicture);
    row("zero", KeyAction::Align, Qt::Key_0, std::nullopt);
    row("digit in the mask", KeyAction::Invert, Qt::Key_4, std::nullopt);
    row("Shift alone", KeyAction::Star, Qt::Key_Shift, Objection::Unreadable);
    row("accent", KeyAction::Star, Qt::Key_Dead_Acute, Objection::Unreadable);
    row("nothing", KeyAction::Star, Qt::Key_unknown, Objection::Unreadable);
}

void TestKeymap::whatIsRefused()
{
    QFETCH(const KeyAction, action);
    QFETCH(const QKeyCombination, keys);
    QFETCH(const int, objection);
    const std::optional<Objection> found = keyrules::objection(keyactions::of(action), keys);
    QCOMPARE(found ? static_cast<int>(*found) : -1, objection);
    if (found) {
        QVERIFY(!keyrules::sentence(*found, u"X"_s).isEmpty());
        Settings settings(file());
        Keymap keymap(settings);
        keymap.set(action, QKeySequence(keys));
        QVERIFY(!keymap.isOwn(action));
        QCOMPARE(keymap.keys(action), keyactions::of(action).usual);
    }
}

void TestKeymap::chosenKeysHoldAndAreKept()
{
    {
        Settings settings(file());
        Keymap keymap(settings);
        const QSignalSpy changed(&keymap, &Keymap::changed);
        keymap.set(KeyAction::Star, ctrlG);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(keymap.keys(KeyAction::Star), QList {ctrlG});
        QVERIFY(keymap.isOwn(KeyAction::Star));
        const QKeyEvent own = press(Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(keymap.find(&own, KeyPlace::Loupe), std::optional(KeyAction::Star));
        const QKeyEvent usual = press(Qt::Key_S);
        QVERIFY(!keymap.find(&usual, KeyPlace::Loupe));
    }
    const Settings settings(file());
    QCOMPARE(settings.value(Setting::Shortcuts).toMap(), (QVariantMap {{u"star"_s, u"Ctrl+G"_s}}));
    Settings again(file());
    const Keymap keymap(again);
    QCOMPARE(keymap.keys(KeyAction::Star), QList {ctrlG});
    QVERIFY(keymap.unusable().isEmpty());
    QCOMPARE(Keymap::usual().text(KeyAction::Star), u"S"_s);
}

void TestKeymap::takenKeysAreGoneWhereTheyWere()
{
    Settings settings(file());
    Keymap keymap(settings);
    QCOMPARE(keymap.holder(KeyAction::Generate, ctrlM), std::optional(KeyAction::AddModel));
    QVERIFY2(!keymap.holder(KeyAction::HidePicture, ctrlM), "they never meet");
    keymap.set(KeyAction::Generate, ctrlM);
    QVERIFY(keymap.keys(KeyAction::AddModel).isEmpty());
    QVERIFY(!keymap.isOwn(KeyAction::AddModel));
    QCOMPARE(keymap.takerOf(KeyAction::AddModel), std::optional(KeyAction::Generate));
    // Of keys that were chosen, too.
    keymap.set(KeyAction::DrawSeed, ctrlM);
    QVERIFY(keymap.keys(KeyAction::Generate).isEmpty());
    QVERIFY2(keymap.isOwn(KeyAction::Generate), "it does not fall back to keys that somebody left");
    QCOMPARE(keymap.takerOf(KeyAction::AddModel), std::optional(KeyAction::DrawSeed));
    // One of two usual ones.
    keymap.set(KeyAction::Star, QKeySequence(Qt::SHIFT | Qt::Key_Escape));
    QCOMPARE(keymap.text(KeyAction::CancelRest), u"Ctrl+Shift+."_s);
    QCOMPARE(keymap.keys(KeyAction::CancelRest).size(), 1);
}

void TestKeymap::resettingGivesThemBack()
{
    Settings settings(file());
    Keymap keymap(settings);
    keymap.set(KeyAction::AddModel, ctrlG);
    keymap.set(KeyAction::Generate, ctrlM);
    keymap.reset(KeyAction::AddModel);
    QVERIFY2(keymap.keys(KeyAction::AddModel).isEmpty(), "they are another's now");
    keymap.takeBack(KeyAction::AddModel);
    QCOMPARE(keymap.keys(KeyAction::AddModel), QList {ctrlM});
    QVERIFY(keymap.keys(KeyAction::Generate).isEmpty());
    keymap.reset(KeyAction::Generate);
    QCOMPARE(keymap.keys(KeyAction::Generate), keyactions::of(KeyAction::Generate).usual);
    QVERIFY(keymap.kept().isEmpty());
    keymap.set(KeyAction::AddModel, ctrlG);
    keymap.set(KeyAction::Star, {});
    const QVariantMap before = keymap.kept();
    keymap.resetAll();
    QVERIFY(keymap.kept().isEmpty());
    QCOMPARE(keymap.text(KeyAction::Star), u"S"_s);
    keymap.bringBack(before);
    QCOMPARE(keymap.keys(KeyAction::AddModel), QList {ctrlG});
}

void TestKeymap::noKeysAtAll()
{
    Settings settings(file());
    Keymap keymap(settings);
    keymap.set(KeyAction::Star, {});
    QVERIFY(keymap.isOwn(KeyAction::Star));
    QVERIFY(keymap.keys(KeyAction::Star).isEmpty());
    QVERIFY(keymap.text(KeyAction::Star).isEmpty());
    const QKeyEvent usual = press(Qt::Key_S);
    QVERIFY(!keymap.find(&usual, KeyPlace::Loupe));
    Settings again(file());
    QVERIFY(Keymap(again).isOwn(KeyAction::Star));
}

void TestKeymap::whatCannotBeUsedIsTold_data()
{
    QTest::addColumn<QByteArray>("map");
    QTest::addColumn<QString>("id"); // that is told
    QTest::addColumn<QString>("code");
    const QString unusable = QString::fromLatin1(reasons::settingUnusable.code);
    const QString unknown = QString::fromLatin1(reasons::settingUnknown.code);
    QTest::newRow("no keys") << QByteArray(R"({"star": "Hyperspace"})") << u"star"_s << unusable;
    QTest::newRow("two presses") << QByteArray(R"({"star": "Ctrl+X, Ctrl+S"})") << u"star"_s << unusable;
    QTest::newRow("no text") << QByteArray(R"({"star": 83})") << u"star"_s << unusable;
    QTest::newRow("refused") << QByteArray(R"({"generate": "G"})") << u"generate"_s << unusable;
    QTest::newRow("the same twice") << QByteArray(R"({"generate": "Ctrl+G", "star": "Ctrl+G"})") << u"star"_s
                                    << unusable;
    QTest::newRow("of another version") << QByteArray(R"({"fly": "Ctrl+G"})") << u"fly"_s << unknown;
}

void TestKeymap::whatCannotBeUsedIsTold()
{
    QFETCH(const QByteArray, map);
    QFETCH(const QString, id);
    QFETCH(const QString, code);
    {
        QSettings raw(file(), QSettings::IniFormat);
        raw.setValue(u"window/shortcuts"_s, QString::fromUtf8(map));
    }
    Settings settings(file());
    const Keymap keymap(settings);
    QCOMPARE(keymap.unusable().size(), 1);
    QCOMPARE(keymap.unusable().constFirst().code, code);
    QCOMPARE(keymap.unusable().constFirst().values.at(1).value, QJsonValue(u"window/shortcuts/"_s + id));
    QCOMPARE(keymap.text(KeyAction::Star), u"S"_s);
    QVERIFY2(!keymap.kept().isEmpty(), "the file stays as it is");
}

void TestKeymap::othersOfTheFileStay()
{
    Settings settings(file());
    settings.set(Setting::Shortcuts, QVariantMap {{u"fly"_s, u"Ctrl+G"_s}, {u"star"_s, u"Hyperspace"_s}});
    Keymap keymap(settings);
    keymap.set(KeyAction::AddModel, ctrlG);
    QCOMPARE(settings.value(Setting::Shortcuts).toMap(),
             (QVariantMap {{u"fly"_s, u"Ctrl+G"_s}, {u"add_model"_s, u"Ctrl+G"_s}}));
}

QTEST_MAIN(TestKeymap)
#include "test_keymap.moc"
