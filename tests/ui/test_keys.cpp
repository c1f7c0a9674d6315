// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/encryptedfile.h"
#include "core/secrets/keyring.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/keys/keyspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sign.h"

#include <QDialog>
#include <QLabel>
#include <QRadioButton>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The Keys page and its dialog, with keychains in every state.
class TestKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bannerTakesNoMoreRoomThanItsText();
    void dialogSaysWhereTheKeyGoes_data();
    void dialogSaysWhereTheKeyGoes();
    void dialogsGrowWithTheirTexts();
    void addsToTheKeychain();
    void asksForWhatElseIsNeeded();
    void tellsOfANewKey_data();
    void tellsOfANewKey();
    void keepsForThisRunOnly();
    void aTypedKeyIsShownByKeyboard();
    void keepsInTheEncryptedFile();
    void unlocksTheEncryptedFile();
    void failureStaysInTheDialog();
    void neverShowsAKeptKey();
    void testsAKey_data();
    void testsAKey();
    void generationsTellOfKeys();
    void lockedIsSaidOnlyWhereThereIsAKey();
    void removesAfterASecondClick();
    void aHeldKeyRemovesNothing();
    void unlockingIsOfferedWhereItHelps();
    void takesAFurtherKey();
    void showsWhatIsSetAside_data();
    void showsWhatIsSetAside();

private:
    static Meaning dot(const WindowBench &bench, const QString &provider)
    {
        return bench.find<Sign>(u"keyRow."_s + provider + u".dot"_s)->meaning();
    }
    static bool keepKey(WindowBench &bench, const QString &provider, KeySource place);
    static QString cutIn(const QDialog *dialog);
    static QDialog *openDialog(WindowBench &bench, const QString &provider);
    static QRadioButton *place(QDialog *dialog, KeySource source)
    {
        return dialog->findChild<QRadioButton *>(u"keyPlace.%1"_s.arg(static_cast<int>(source)));
    }
};

namespace {

const QByteArray secret = QByteArrayLiteral("canary-key-4242");

} // namespace

bool TestKeys::keepKey(WindowBench &bench, const QString &provider, KeySource place)
{
    bool isKept = false;
    bench.keyring().set(provider, secret, place, &bench.window(),
                        [&isKept](const Status &status) { isKept = status.ok(); });
    return QTest::qWaitFor([&isKept] { return isKept; });
}

QDialog *TestKeys::openDialog(WindowBench &bench, const QString &provider)
{
    bench.open();
    bench.window().showPage(u"keys"_s);
    auto *add = bench.find<QPushButton>(u"keyRow.%1.add"_s.arg(provider));
    QTest::mouseClick(add, Qt::LeftButton);
    auto *dialog = bench.find<QDialog>(u"keyDialog"_s);
    const auto isAsking = [dialog] {
        return dialog->findChild<QLabel *>(u"keychainState.text"_s)->text().startsWith(u"Asking"_s);
    };
    [&] { QTRY_VERIFY(!isAsking()); }();
    return dialog;
}

void TestKeys::bannerTakesNoMoreRoomThanItsText()
{
    WindowBench bench;
    bench.open(QSize(1400, 1000));
    bench.window().showPage(u"keys"_s);
    const auto *banner = bench.find<QWidget>(u"keysKeychain"_s);
    QTRY_VERIFY(banner->isVisible());
    const QString said = bench.find<QLabel>(u"keysKeychain.text"_s)->text();
    QVERIFY2(!said.contains(u"below"_s), qPrintable(said)); // the places are in the dialog
    const int line = bench.find<QLabel>(u"keysKeychain.text"_s)->fontMetrics().height();
    QTRY_VERIFY2(banner->height() < 4 * line, qPrintable(QString::number(banner->height())));
}

void TestKeys::dialogSaysWhereTheKeyGoes_data()
{
    QTest::addColumn<SecretState>("state");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("keychainOffered");
    QTest::addColumn<bool>("canTryAgain");
    QTest::newRow("available") << SecretState::Available << u"is available"_s << true << false;
    QTest::newRow("locked") << SecretState::Locked << u"is locked"_s << false << true;
    QTest::newRow("never set up") << SecretState::NotSetUp << u"never been set up"_s << false << true;
    QTest::newRow("denied") << SecretState::Denied << u"refused"_s << false << true;
    QTest::newRow("none") << SecretState::NoBackend << u"no keychain"_s << false << false;
    QTest::newRow("silent") << SecretState::NotAnswering << u"does not answer"_s << false << true;
}

void TestKeys::dialogSaysWhereTheKeyGoes()
{
    QFETCH(SecretState, state);
    QFETCH(QString, words);
    QFETCH(bool, keychainOffered);
    QFETCH(bool, canTryAgain);
    WindowBench bench;
    bench.keychain->state = state;
    bench.keychain->detail = u"own words"_s;
    QDialog *dialog = openDialog(bench, u"fal"_s);
    const QString said = dialog->findChild<QLabel *>(u"keychainState.text"_s)->text();
    QVERIFY2(said.contains(words), qPrintable(said));
    QCOMPARE(said.contains(bench.keychain->detail), canTryAgain && state != SecretState::NotSetUp);
    QCOMPARE(place(dialog, KeySource::Keychain)->isChecked(), keychainOffered);
    QCOMPARE(place(dialog, KeySource::Keychain)->isEnabled(), keychainOffered);
    QVERIFY(place(dialog, KeySource::Session)->isEnabled());
    QVERIFY(place(dialog, KeySource::EncryptedFile)->isEnabled());
    auto *again = dialog->findChild<QPushButton *>(u"keychainState.action"_s);
    QCOMPARE(again && again->isVisible(), canTryAgain);
    QVERIFY2(!dialog->findChild<QPushButton *>(u"keySave"_s)->isEnabled(), "nothing was pasted yet");
    if (canTryAgain) {
        bench.keychain->state = SecretState::Available;
        bench.keyring().forgetCache();
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(place(dialog, KeySource::Keychain)->isEnabled());
    }
}

/// What has less room than it needs.
QString TestKeys::cutIn(const QDialog *dialog)
{
    QStringList cut;
    const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->wordWrap() && label->height() < label->heightForWidth(label->width())) {
            cut.append(label->text());
        }
    }
    const QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
    for (const QLineEdit *field : fields) {
        if (field->isVisible() && field->height() < field->sizeHint().height()) {
            cut.append(field->objectName());
        }
    }
    return cut.join(u'|');
}

void TestKeys::dialogsGrowWithTheirTexts()
{
    WindowBench bench;
    bench.keychain->state = SecretState::Locked;
    bench.keychain->detail = u"The keychain has not been set up yet, and says so in a sentence of more than a line."_s;
    QDialog *dialog = openDialog(bench, u"fal"_s);
    QTRY_COMPARE(cutIn(dialog), QString());
    const int without = dialog->height();
    place(dialog, KeySource::EncryptedFile)->click();
    QTRY_VERIFY(dialog->height() > without);
    QTRY_COMPARE(cutIn(dialog), QString());
    place(dialog, KeySource::Session)->click();
    QTRY_COMPARE(dialog->height(), without);
    dialog->resize(dialog->width(), without + 100); // as a person would
    place(dialog, KeySource::EncryptedFile)->click();
    place(dialog, KeySource::Session)->click();
    QTRY_COMPARE(cutIn(dialog), QString());
    QVERIFY2(dialog->height() >= without + 100, "a person's own height stays");
}

void TestKeys::addsToTheKeychain()
{
    WindowBench bench;
    QDialog *dialog = openDialog(bench, u"fal"_s);
    QCOMPARE(bench.text(u"keyRow.fal.state"_s), u"no key"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"keyField"_s), QString::fromLatin1(secret));
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"keyField"_s), Qt::Key_Return);
    QTRY_VERIFY(bench.keychain->secrets.values().contains(secret));
    QTRY_COMPARE(bench.text(u"keyRow.fal.state"_s), u"in the keychain · ends in 4242 · works"_s); // tested by itself
    QTRY_VERIFY(!bench.find<QDialog>(u"keyDialog"_s));
}

/// Bedrock: a second half of the key, and a region that is known unless one says otherwise.
void TestKeys::asksForWhatElseIsNeeded()
{
    WindowBench bench;
    QDialog *dialog = openDialog(bench, u"amazon-bedrock"_s);
    const auto line = [&dialog](const QString &name) { return dialog->findChild<QLineEdit *>(name); };
    auto *save = dialog->findChild<QPushButton *>(u"keySave"_s);
    QVERIFY(line(u"keyExtra.region"_s)->placeholderText().contains(u"us-west-2"_s));
    QCOMPARE(line(u"keyExtra.secret_access_key"_s)->echoMode(), QLineEdit::Password);
    QTest::keyClicks(line(u"keyField"_s), u"AKIAEXAMPLE1234567"_s);
    QVERIFY(!save->isEnabled());
    QVERIFY(save->toolTip().contains(u"Secret access key"_s));
    line(u"keyField"_s)->setText(u"ABSKexample12345678"_s); // a key that needs no other half
    QVERIFY(save->isEnabled());
    line(u"keyField"_s)->setText(u"AKIAEXAMPLE1234567"_s);
    QTest::keyClicks(line(u"keyExtra.secret_access_key"_s), QString::fromLatin1(secret));
    QTest::keyClicks(line(u"keyExtra.region"_s), u"eu-west-1"_s);
    QVERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY(!bench.find<QDialog>(u"keyDialog"_s));
    QCOMPARE(bench.keychain->secrets.value(u"lightwell/amazon-bedrock/default/fields"_s),
             QByteArray(R"({"region":"eu-west-1","secret_access_key":")" + secret + R"("})"));
    QTRY_VERIFY(bench.text(u"keyRow.amazon-bedrock.state"_s).contains(u"4567"_s));

    QTest::mouseClick(bench.find<QPushButton>(u"keyRow.amazon-bedrock.add"_s), Qt::LeftButton);
    dialog = bench.find<QDialog>(u"keyDialog"_s); // the region alone is changed
    QCOMPARE(line(u"keyExtra.region"_s)->text(), u"eu-west-1"_s);
    QCOMPARE(line(u"keyExtra.secret_access_key"_s)->text(), QString());
    save = dialog->findChild<QPushButton *>(u"keySave"_s);
    QVERIFY(!save->isEnabled());
    line(u"keyExtra.region"_s)->setText(u"us-east-1"_s);
    QTRY_VERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_COMPARE(bench.keychain->secrets.value(u"lightwell/amazon-bedrock/default/fields"_s),
                 QByteArray(R"({"region":"us-east-1","secret_access_key":")" + secret + R"("})"));
}

void TestKeys::takesAFurtherKey()
{
    WindowBench bench;
    bench.open();
    QVERIFY(keepKey(bench, u"fal"_s, KeySource::Session));
    bench.window().showPage(u"keys"_s);
    auto *another = bench.find<QPushButton>(u"keyRow.fal.another"_s);
    QTRY_VERIFY(another->isVisible());
    QVERIFY(!bench.find<QPushButton>(u"keyRow.luma.another"_s)->isVisible()); // the first comes first
    QTest::mouseClick(another, Qt::LeftButton);
    auto *dialog = bench.find<QDialog>(u"keyDialog"_s);
    auto *name = dialog->findChild<QLineEdit *>(u"keyName"_s);
    auto *save = dialog->findChild<QPushButton *>(u"keySave"_s);
    QVERIFY(name->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"keyField"_s), u"another-key-9999"_s);
    QTest::keyClicks(name, u"a/b"_s);
    QVERIFY(!save->isEnabled());
    name->setText(u"work"_s);
    QTRY_VERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_COMPARE(bench.keychain->secrets.value(u"lightwell/fal/keys/work"_s), QByteArray("another-key-9999"));
    QTRY_VERIFY(bench.find<QWidget>(u"keyRow.fal.work"_s));
    QVERIFY(bench.text(u"keyRow.fal.work.state"_s).contains(u"9999"_s));
    QVERIFY(bench.text(u"keyRow.fal.state"_s).contains(u"4242"_s)); // as before
    QVERIFY(!bench.find<QPushButton>(u"keyRow.fal.work.another"_s)->isVisible());

    auto *remove = bench.find<QPushButton>(u"keyRow.fal.work.remove"_s);
    QTest::mouseClick(remove, Qt::LeftButton);
    QTRY_VERIFY(qobject_cast<Button *>(remove)->isDanger());
    QTest::mouseClick(remove, Qt::LeftButton);
    QTRY_VERIFY(!bench.keychain->secrets.contains(u"lightwell/fal/keys/work"_s));
    QTRY_VERIFY(!bench.find<QWidget>(u"keyRow.fal.work"_s));
    QVERIFY(bench.text(u"keyRow.fal.state"_s).contains(u"4242"_s));
}

void TestKeys::showsWhatIsSetAside_data()
{
    QTest::addColumn<SetAside::Why>("why");
    QTest::addColumn<QString>("text");
    QTest::newRow("refused") << SetAside::Why::Refused << u"set aside: refused"_s;
    QTest::newRow("no funds") << SetAside::Why::Funds << u"set aside: out of funds"_s;
}

void TestKeys::showsWhatIsSetAside()
{
    QFETCH(const SetAside::Why, why);
    QFETCH(const QString, text);
    WindowBench bench;
    bench.open();
    QVERIFY(keepKey(bench, u"fal"_s, KeySource::Session));
    bench.window().showPage(u"keys"_s);
    QTRY_VERIFY(!bench.find<QWidget>(u"keyRow.fal.test"_s)->isHidden());
    Credentials refused;
    refused.key = secret;
    bench.keyring().setAside(refused, u"fal"_s, why);
    QTRY_VERIFY2(bench.text(u"keyRow.fal.state"_s).endsWith(text), qPrintable(bench.text(u"keyRow.fal.state"_s)));
    QCOMPARE(dot(bench, u"fal"_s), Meaning::Warning);
    bench.keyring().takeBack({u"fal"_s});
    QTRY_VERIFY(!bench.text(u"keyRow.fal.state"_s).contains(text));
}

void TestKeys::tellsOfANewKey_data()
{
    QTest::addColumn<ErrorKind>("failure");
    QTest::addColumn<Meaning>("told");
    QTest::newRow("refused") << ErrorKind::Auth << Meaning::Bad;
    QTest::newRow("not tested") << ErrorKind::Network << Meaning::Ok;
}

/// What is told of a key that was added is told once, and goes by what its provider says of it.
void TestKeys::tellsOfANewKey()
{
    QFETCH(ErrorKind, failure);
    WindowBench bench;
    bench.images.keyError = notSent(failure, u"err-17"_s);
    QDialog *dialog = openDialog(bench, u"fal"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"keyField"_s), QString::fromLatin1(secret));
    auto *toast = bench.find<QWidget>(u"toast"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"keyField"_s), Qt::Key_Return);
    QTRY_VERIFY(toast->isVisible());
    QTEST(toast->findChild<Sign *>()->meaning(), "told");
    QCOMPARE(toast->accessibleName().contains(u"refused"_s), failure == ErrorKind::Auth);
    QVERIFY(bench.keychain->secrets.values().contains(secret));
    QTRY_VERIFY(!bench.find<QWidget>(u"keyRow.fal.remove"_s)->isHidden());
}

void TestKeys::aTypedKeyIsShownByKeyboard()
{
    WindowBench bench;
    QDialog *dialog = openDialog(bench, u"fal"_s);
    auto *field = dialog->findChild<QLineEdit *>(u"keyField"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Tab);
    auto *eye = dialog->findChild<QPushButton *>(u"keyField.reveal"_s);
    QVERIFY(eye && eye->hasFocus());
    QTest::keyClick(eye, Qt::Key_Space);
    QCOMPARE(field->echoMode(), QLineEdit::Normal);
    QTest::keyClick(eye, Qt::Key_Return);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY2(dialog->isVisible(), "Enter on it is no answer to the dialog");
}

void TestKeys::keepsForThisRunOnly()
{
    WindowBench bench;
    bench.keychain->state = SecretState::NoBackend;
    QDialog *dialog = openDialog(bench, u"openai"_s);
    QTest::mouseClick(place(dialog, KeySource::Session), Qt::LeftButton, {}, QPoint(8, 8));
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"keyField"_s), QString::fromLatin1(secret));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"keySave"_s), Qt::LeftButton);
    QTRY_VERIFY(bench.text(u"keyRow.openai.state"_s).startsWith(u"until Lightwell closes"_s));
    QTRY_VERIFY(bench.find<QWidget>(u"toast"_s)->isVisible());
    const QString said = bench.find<QWidget>(u"toast"_s)->accessibleName();
    QVERIFY2(said.contains(u"until Lightwell closes"_s), qPrintable(said));
    QVERIFY(bench.keychain->secrets.isEmpty());
    QVERIFY(!QFile::exists(bench.folder.filePath(u"keys"_s)));
}

void TestKeys::keepsInTheEncryptedFile()
{
    WindowBench bench;
    bench.keychain->state = SecretState::NoBackend;
    QDialog *dialog = openDialog(bench, u"fal"_s);
    QTest::mouseClick(place(dialog, KeySource::EncryptedFile), Qt::LeftButton, {}, QPoint(8, 8));
    auto *save = dialog->findChild<QPushButton *>(u"keySave"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"keyField"_s), QString::fromLatin1(secret));
    auto *passphrase = dialog->findChild<QLineEdit *>(u"passphraseField"_s);
    auto *again = dialog->findChild<QLineEdit *>(u"passphraseAgain"_s);
    QTRY_VERIFY(again->isVisible());
    const auto type = [](QLineEdit *field, const QString &text) {
        field->clear();
        QTest::keyClicks(field, text);
    };
    QVERIFY2(!save->isEnabled(), "the passphrase is missing");
    type(passphrase, u"correct"_s);
    type(again, u"correct"_s);
    QVERIFY2(!save->isEnabled(), "seven letters");
    type(passphrase, u"correct horse"_s);
    type(again, u"correct hors"_s);
    QVERIFY2(!save->isEnabled(), "not the same");
    QVERIFY(dialog->findChild<QLabel *>(u"passphraseProblem"_s)->isVisible());
    QTest::keyClick(again, Qt::Key_Return);
    QVERIFY(!QFile::exists(bench.folder.filePath(u"keys"_s)));
    type(again, u"correct horse"_s);
    QTRY_COMPARE(cutIn(dialog), QString());
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bench.text(u"keyRow.fal.state"_s).startsWith(u"in the encrypted file"_s), 20000);
    QFile file(bench.folder.filePath(u"keys"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(secret));
}

void TestKeys::unlocksTheEncryptedFile()
{
    WindowBench bench;
    bench.keychain->state = SecretState::NoBackend;
    {
        EncryptedFile before(bench.folder.filePath(u"keys"_s)); // as an earlier start of the program left it
        SecretState state = SecretState::NotAnswering;
        before.unlock("correct horse", this, [&state](const SecretAnswer &answer) { state = answer.state; });
        QTRY_COMPARE_WITH_TIMEOUT(state, SecretState::Available, 20000);
        state = SecretState::NotAnswering;
        before.write(u"fal"_s, secret, this, [&state](const SecretAnswer &answer) { state = answer.state; });
        QTRY_COMPARE_WITH_TIMEOUT(state, SecretState::Available, 20000);
    }
    bench.settings().set(Setting::KeptKeys, QStringList {u"fal"_s}); // noted while the file was open
    bench.open();
    auto *hint = bench.find<QPushButton>(u"keyHint.action"_s);
    QTRY_VERIFY(hint->isVisible() && hint->text() == u"&Unlock…"_s);
    QTest::mouseClick(hint, Qt::LeftButton);
    QTRY_VERIFY(bench.find<QDialog>(u"unlockDialog"_s));
    QCOMPARE(bench.window().page(), u"compare"_s);
    QTest::keyClick(bench.find<QDialog>(u"unlockDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<QDialog>(u"unlockDialog"_s));
    bench.window().showPage(u"keys"_s);
    QTRY_COMPARE(bench.text(u"keyRow.fal.state"_s), u"locked"_s);
    QCOMPARE(bench.text(u"keyRow.openai.state"_s), u"no key"_s); // there is nothing to unlock
    auto *unlock = bench.find<QPushButton>(u"keysKeychain.action"_s);
    QTRY_COMPARE(unlock->text(), u"&Unlock…"_s);
    QTest::mouseClick(unlock, Qt::LeftButton);
    auto *field = bench.find<QLineEdit>(u"unlockPassphrase"_s);
    QTest::keyClicks(field, u"wrong"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QLabel>(u"unlockProblem"_s)->isVisible(), 20000);
    QTRY_COMPARE(cutIn(bench.find<QDialog>(u"unlockDialog"_s)), QString());
    field->clear();
    QTest::keyClicks(field, u"correct horse"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.find<QDialog>(u"unlockDialog"_s), 20000);
    QTRY_COMPARE(bench.text(u"keyRow.openai.state"_s), u"no key"_s);
}

void TestKeys::failureStaysInTheDialog()
{
    WindowBench bench;
    QDialog *dialog = openDialog(bench, u"fal"_s);
    bench.keychain->state = SecretState::Locked;
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"keyField"_s), QString::fromLatin1(secret));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"keySave"_s), Qt::LeftButton);
    auto *problem = dialog->findChild<QLabel *>(u"keyProblem"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(!problem->text().isEmpty() && !problem->text().contains(QString::fromLatin1(secret)));
    QCOMPARE(dialog->findChild<QLineEdit *>(u"keyField"_s)->text(), QString::fromLatin1(secret));
    QVERIFY(dialog->findChild<QPushButton *>(u"keySave"_s)->isEnabled());
}

void TestKeys::neverShowsAKeptKey()
{
    WindowBench bench;
    bench.open();
    QVERIFY(keepKey(bench, u"fal"_s, KeySource::Session));
    QTRY_VERIFY(bench.text(u"keyRow.fal.state"_s).contains(u"4242"_s));
    bench.window().showPage(u"keys"_s);
    QTest::mouseClick(bench.find<QPushButton>(u"keyRow.fal.add"_s), Qt::LeftButton);
    auto *field = bench.find<QLineEdit>(u"keyField"_s);
    QVERIFY(field->text().isEmpty());
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    const QList<QLabel *> labels = bench.window().findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        QVERIFY(!label->text().contains(QString::fromLatin1(secret)));
    }
}

void TestKeys::testsAKey_data()
{
    QTest::addColumn<QString>("failure");
    QTest::addColumn<QString>("result");
    QTest::newRow("works") << QString() << u"✓ The key works."_s;
    QTest::newRow("refused") << u"fal.ai does not know this key."_s << u"fal.ai does not know this key."_s;
}

void TestKeys::testsAKey()
{
    QFETCH(QString, failure);
    WindowBench bench;
    bench.open();
    if (!failure.isEmpty()) {
        bench.images.keyError = notSent(ErrorKind::Auth, failure);
    }
    QVERIFY(keepKey(bench, u"fal"_s, KeySource::Session));
    bench.window().showPage(u"keys"_s);
    auto *test = bench.find<QPushButton>(u"keyRow.fal.test"_s);
    QTRY_VERIFY(test->isVisible());
    QCOMPARE(dot(bench, u"fal"_s), Meaning::Neutral);
    QVERIFY(bench.text(u"keyRow.fal.state"_s).endsWith(u"not tested"_s));
    QTest::mouseClick(test, Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLabel>(u"keyRow.fal.result"_s)->isVisible());
    QFETCH(QString, result);
    QCOMPARE(bench.text(u"keyRow.fal.result"_s), result);
    QCOMPARE(dot(bench, u"fal"_s), failure.isEmpty() ? Meaning::Ok : Meaning::Bad);
    QVERIFY(test->isEnabled());
}

void TestKeys::generationsTellOfKeys()
{
    WindowBench bench;
    bench.open();
    QVERIFY(keepKey(bench, u"openai"_s, KeySource::Session));
    CompareForm form;
    form.prompt = u"a boat"_s;
    form.models = {u"openai/gpt-image-2"_s, u"sketchbook-scene"_s};
    bench.window().compare()->setForm(form);
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 2);
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Auth, u"Wrong key."_s));
    bench.images.complete(1);
    QTRY_COMPARE(dot(bench, u"openai"_s), Meaning::Bad);
    QCOMPARE(dot(bench, u"fal"_s), Meaning::Neutral); // without a key
    bench.generate();
    bench.images.fail(2, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"Busy."_s));
    bench.images.complete(3);
    QTRY_VERIFY(!bench.window().compare()->session().isBusy());
    QCOMPARE(dot(bench, u"openai"_s), Meaning::Bad); // says nothing of the key
    bench.generate();
    bench.images.completeAll();
    QTRY_COMPARE(dot(bench, u"openai"_s), Meaning::Ok);
}

/// As on a first start in front of a keychain that was never set up.
void TestKeys::lockedIsSaidOnlyWhereThereIsAKey()
{
    WindowBench bench;
    bench.keychain->state = SecretState::Locked;
    bench.open();
    QTRY_VERIFY(bench.find<QLabel>(u"keyHint.text"_s)->isVisible());
    QVERIFY(!bench.text(u"keyHint.text"_s).contains(u"locked"_s));
    bench.window().showPage(u"keys"_s);
    QCOMPARE(bench.text(u"keyRow.fal.state"_s), u"no key"_s);
    bench.settings().set(Setting::KeptKeys, QStringList {u"openai"_s});
    bench.open();
    QTRY_COMPARE(bench.text(u"keyRow.openai.state"_s), u"locked"_s);
    QCOMPARE(bench.text(u"keyRow.fal.state"_s), u"no key"_s);
    QVERIFY(bench.text(u"keyHint.text"_s).contains(u"locked"_s));
}

void TestKeys::removesAfterASecondClick()
{
    WindowBench bench;
    bench.open();
    QVERIFY(keepKey(bench, u"fal"_s, KeySource::Keychain));
    bench.window().showPage(u"keys"_s);
    auto *remove = bench.find<QPushButton>(u"keyRow.fal.remove"_s);
    QTRY_VERIFY(remove->isVisible());
    doubleClick(remove);
    doubleClick(remove);
    QCoreApplication::processEvents();
    QCOMPARE(bench.keychain->secrets.size(), 1);
    auto *button = qobject_cast<Button *>(remove);
    QVERIFY2(!button->isDanger(), "not in red before it is armed");
    QTRY_VERIFY(button->isDanger());
    QCOMPARE(bench.keychain->secrets.size(), 1);
    QTest::mouseClick(remove, Qt::LeftButton);
    QTRY_VERIFY(bench.keychain->secrets.isEmpty());
    QTRY_COMPARE(bench.text(u"keyRow.fal.state"_s), u"no key"_s);
}

/// As X11 sends it: presses that are told as repeats, and others that seem fresh.
void TestKeys::aHeldKeyRemovesNothing()
{
    WindowBench bench;
    bench.open();
    QVERIFY(keepKey(bench, u"fal"_s, KeySource::Keychain));
    bench.window().showPage(u"keys"_s);
    auto *remove = bench.find<QPushButton>(u"keyRow.fal.remove"_s);
    QTRY_VERIFY(remove->isVisible());
    QElapsedTimer held;
    QTest::keyClick(remove, Qt::Key_Return);
    for (held.start(); !held.hasExpired(1500); QTest::qWait(10)) {
        const bool isTold = !held.hasExpired(1000);
        QTest::simulateEvent(remove, true, Qt::Key_Return, {}, {}, isTold);
    }
    QCOMPARE(bench.keychain->secrets.size(), 1);
    QTRY_VERIFY(qobject_cast<Button *>(remove)->isDanger());
    QTest::keyClick(remove, Qt::Key_Return);
    QTRY_VERIFY(bench.keychain->secrets.isEmpty());
}

void TestKeys::unlockingIsOfferedWhereItHelps()
{
    WindowBench bench;
    bench.keychain->state = SecretState::Locked;
    bench.settings().set(Setting::KeptKeys, QStringList {u"fal"_s});
    bench.open();
    QTRY_VERIFY(bench.text(u"keyHint.text"_s).contains(u"locked"_s));
    bench.generate();
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Secrets, u"No key."_s));
    auto *step = bench.find<QPushButton>(u"cell.1.0.state.step"_s);
    QTRY_VERIFY(step->isVisible());
    const QString unlock = step->text();
    bench.keychain->state = SecretState::Available;
    QTest::mouseClick(bench.find<QPushButton>(u"keyHint.action"_s), Qt::LeftButton);
    QTRY_VERIFY(!bench.text(u"keyHint.text"_s).contains(u"locked"_s));
    QVERIFY(step->text() != unlock); // what is not locked cannot be unlocked
    bench.clock.milliseconds += 10'000;
    QTest::mouseClick(step, Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 4);
}

QTEST_MAIN(TestKeys)
#include "test_keys.moc"
