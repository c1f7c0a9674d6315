// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gatewaybench.h"
#include "ui/gateway/gatewaystarter.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QFile>
#include <QFontDatabase>
#include <QLineEdit>
#include <QMimeData>
#include <QSpinBox>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpServer>

using namespace lightwell;
using namespace lightwell::test;
using namespace lightwell::test::gatewaypage;
using namespace Qt::StringLiterals;

/// The Gateway page on the real gateway.
class TestGatewayPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void switchesOnAndOff();
    void failureIsVisible();
    void keyIsHiddenUntilAsked();
    void keyIsHiddenAgain();
    void addressCanBeCopied();
    void addressesFollowTheNetwork();
    void theLocalNetworkIsAChoice();
    void callsCanBeEncrypted();
    void withoutItsCertificateItDoesNotStart();
    void certificateAndKeyAreKeptTogether();
    void fieldsFollowWhatIsSetElsewhere();
    void theLogIsSetUp();
    void answersAreKeptWhereItIsWished();
    void aTakenPortKeepsTheGateway();
    void aForeignAddressKeepsTheGateway();
    void settingsReachTheGateway_data();
    void settingsReachTheGateway();
};

void TestGatewayPage::switchesOnAndOff()
{
    WindowBench bench;
    open(bench);
    QCOMPARE(bench.text(u"gatewayTitle"_s), u"Gateway is off"_s);
    QCOMPARE(bench.text(u"footGateway"_s), u"Gateway off"_s);
    auto *toggle = bench.find<QAbstractButton>(u"gatewaySwitch"_s);
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QTRY_COMPARE(bench.gateway().state().kind, GatewayState::Kind::Listening);
    QTRY_COMPARE(bench.text(u"gatewayTitle"_s), u"Gateway is on"_s);
    QVERIFY(bench.text(u"gatewayDetail"_s).contains(bench.gateway().state().url.toString()));
    QCOMPARE(bench.text(u"footGateway"_s), u"Gateway on"_s);
    QVERIFY(toggle->isChecked());
    QVERIFY(bench.settings().toBool(Setting::GatewayEnabled));
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(bench.gateway().state().url.port()));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    client.abort();
    QTest::keyClick(toggle, Qt::Key_Space);
    QTRY_COMPARE(bench.text(u"gatewayTitle"_s), u"Gateway is off"_s);
    QVERIFY(!toggle->isChecked());
    QVERIFY(!bench.settings().toBool(Setting::GatewayEnabled));
}

void TestGatewayPage::failureIsVisible()
{
    WindowBench bench;
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    open(bench);
    bench.settings().set(Setting::GatewayPort, taken.serverPort());
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewaySwitch"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.text(u"gatewayTitle"_s), u"Gateway could not start"_s);
    QVERIFY(bench.find<QWidget>(u"gatewayFailure"_s)->isVisible());
    QVERIFY(!bench.text(u"gatewayFailure.text"_s).isEmpty());
    QCOMPARE(bench.text(u"footGateway"_s), u"Gateway failed"_s);
    QVERIFY(!bench.find<QAbstractButton>(u"gatewaySwitch"_s)->isChecked());
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewayFailure.second"_s), Qt::LeftButton);
    QCOMPARE(bench.window().page(), u"settings"_s);
    QVERIFY(bench.find<QWidget>(u"gatewayPort"_s)->hasFocus());
    bench.window().showPage(u"gateway"_s);
    taken.close();
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewayFailure.action"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.text(u"gatewayTitle"_s), u"Gateway is on"_s);
    QVERIFY(!bench.find<QWidget>(u"gatewayFailure"_s)->isVisible());
}

void TestGatewayPage::keyIsHiddenUntilAsked()
{
    WindowBench bench;
    open(bench);
    const QString key = QString::fromLatin1(bench.clientKey.key.value());
    auto *field = bench.find<QLineEdit>(u"clientKey"_s);
    QVERIFY(!field->text().contains(key));
    auto *show = bench.find<QAbstractButton>(u"showClientKey"_s);
    QTest::mouseClick(show, Qt::LeftButton);
    QTRY_COMPARE(field->text(), key);
    QTest::mouseClick(show, Qt::LeftButton);
    QVERIFY(!field->text().contains(key));
    QApplication::clipboard()->setText(u"before"_s);
    QTest::mouseClick(bench.find<QAbstractButton>(u"copyClientKey"_s), Qt::LeftButton);
    QTRY_COMPARE(QApplication::clipboard()->text(), key);
    QVERIFY2(QApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s),
             "clipboard histories should leave it out");
}

void TestGatewayPage::keyIsHiddenAgain()
{
    WindowBench bench;
    open(bench);
    auto *field = bench.find<QLineEdit>(u"clientKey"_s);
    QCOMPARE(field->font().family(), QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    auto *show = bench.find<QAbstractButton>(u"showClientKey"_s);
    show->click();
    QTRY_COMPARE(field->echoMode(), QLineEdit::Normal);
    const QString key = field->text();
    bench.window().showPage(u"settings"_s);
    bench.window().showPage(u"gateway"_s);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(field->text() != key && !show->isChecked());
}

void TestGatewayPage::addressCanBeCopied()
{
    WindowBench bench;
    open(bench);
    auto *copy = bench.find<QAbstractButton>(u"copyAddress"_s);
    QVERIFY(!copy->isEnabled());
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewaySwitch"_s), Qt::LeftButton);
    QTRY_VERIFY(copy->isEnabled());
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), bench.gateway().state().url.toString());
}

void TestGatewayPage::addressesFollowTheNetwork()
{
    WindowBench bench;
    bench.addresses.append(QHostAddress(u"192.168.7.2"_s));
    bench.settings().set(Setting::GatewayAddress, u"0.0.0.0"_s);
    open(bench);
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewaySwitch"_s), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLabel>(u"gatewayOther.0"_s));
    QVERIFY(bench.text(u"gatewayOther.0"_s).contains(u"//192.168.7.2:"_s));
    bench.window().showPage(u"settings"_s);
    bench.addresses = {QHostAddress(QHostAddress::LocalHost), QHostAddress(u"10.0.0.9"_s)};
    bench.window().showPage(u"gateway"_s);
    QTRY_VERIFY(shownAddresses(bench).contains(u"//10.0.0.9:"_s));
    QVERIFY(!shownAddresses(bench).contains(u"192.168.7.2"_s));
}

void TestGatewayPage::theLocalNetworkIsAChoice()
{
    WindowBench bench;
    bench.addresses.append(QHostAddress(u"192.168.7.2"_s));
    open(bench);
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewaySwitch"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.gateway().state().kind, GatewayState::Kind::Listening);
    QVERIFY(!bench.find<QWidget>(u"gatewayWarning"_s)->isVisible());
    auto *network = bench.find<QAbstractButton>(u"gatewayReach.network"_s);
    QTest::mouseClick(network, Qt::LeftButton);
    QCOMPARE(bench.settings().toString(Setting::GatewayAddress), u"0.0.0.0"_s);
    QVERIFY(bench.find<QWidget>(u"gatewayWarning"_s)->isVisible());
    QTRY_VERIFY(shownAddresses(bench).contains(u"//192.168.7.2:"_s)); // at once
    QTest::mouseClick(bench.find<QAbstractButton>(u"copyOther.0"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), bench.gateway().state().others.first().toString());
    network->setFocus(Qt::TabFocusReason);
    QTest::keyClick(network, Qt::Key_Left);
    QTRY_VERIFY(bench.gateway().state().others.isEmpty());
    QCOMPARE(bench.settings().toString(Setting::GatewayAddress), u"127.0.0.1"_s);
    QVERIFY(!bench.find<QWidget>(u"gatewayWarning"_s)->isVisible());
    QVERIFY(shownAddresses(bench).isEmpty());
}

void TestGatewayPage::callsCanBeEncrypted()
{
    WindowBench bench;
    open(bench);
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewaySwitch"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.gateway().state().url.scheme(), u"http"_s);
    auto *encrypted = bench.find<QAbstractButton>(u"gatewayEncrypted"_s);
    encrypted->setFocus();
    QTest::keyClick(encrypted, Qt::Key_Space);
    QTRY_COMPARE(bench.gateway().state().url.scheme(), u"https"_s);
    QTRY_VERIFY(bench.text(u"gatewayDetail"_s).startsWith(u"https:"_s));
    QTRY_VERIFY(bench.find<QWidget>(u"gatewayFingerprint"_s)->isVisible());
    const QString fingerprint = bench.find<QLineEdit>(u"gatewayFingerprint"_s)->text();
    QTest::mouseClick(bench.find<QAbstractButton>(u"copyFingerprint"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), fingerprint);
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(bench.gateway().state().url.port()));
    QTRY_VERIFY(client.isEncrypted());
    const QByteArray digest = client.peerCertificate().digest(QCryptographicHash::Sha256).toHex(':').toUpper();
    QCOMPARE(fingerprint, QString::fromLatin1(digest));
    client.abort();
    QTest::keyClick(encrypted, Qt::Key_Space);
    QTRY_COMPARE(bench.gateway().state().url.scheme(), u"http"_s);
    QTRY_VERIFY(!bench.find<QWidget>(u"gatewayFingerprint"_s)->isVisible());
}

/// Rather than without encryption.
void TestGatewayPage::withoutItsCertificateItDoesNotStart()
{
    WindowBench bench;
    open(bench);
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewaySwitch"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.gateway().state().kind, GatewayState::Kind::Listening);
    bench.settings().set(Setting::GatewayCertificate, bench.folder.filePath(u"none.pem"_s));
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewayEncrypted"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.gateway().state().kind, GatewayState::Kind::Off);
    QTRY_VERIFY(bench.find<QWidget>(u"gatewayFailure"_s)->isVisible());
    QVERIFY(!bench.find<QAbstractButton>(u"gatewaySwitch"_s)->isChecked());
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewayFailure.second"_s), Qt::LeftButton);
    QCOMPARE(bench.window().page(), u"settings"_s);
    auto *certificate = bench.find<QLineEdit>(u"gatewayCertificate"_s);
    QVERIFY(certificate->hasFocus());
    certificate->selectAll();
    QTest::keyClick(certificate, Qt::Key_Delete);
    QTest::keyClick(certificate, Qt::Key_Return);
    QTRY_COMPARE(bench.gateway().state().url.scheme(), u"https"_s); // with one that is made
    QVERIFY(QFile::exists(bench.folder.filePath(u"gateway-tls.pem"_s)));
}

void TestGatewayPage::certificateAndKeyAreKeptTogether()
{
    WindowBench bench;
    open(bench);
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewaySwitch"_s), Qt::LeftButton);
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewayEncrypted"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.gateway().state().url.scheme(), u"https"_s);
    const QString key = bench.folder.filePath(u"gateway-tls.pem"_s);
    const QString certificate = bench.folder.filePath(u"gateway-tls.crt"_s);
    bench.window().showPage(u"settings"_s);
    const auto write = [&bench](const QString &field, const QString &text) {
        auto *edit = bench.find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    };
    write(u"gatewayCertificate"_s, certificate); // without its key
    QTRY_VERIFY(bench.find<QLabel>(u"gatewayCertificate.problem"_s)->isVisible());
    QVERIFY(bench.settings().toString(Setting::GatewayCertificate).isEmpty());
    write(u"gatewayCertificateKey"_s, key);
    QTRY_COMPARE(bench.settings().toString(Setting::GatewayCertificate), certificate);
    QCOMPARE(bench.settings().toString(Setting::GatewayCertificateKey), key);
    QVERIFY(!bench.find<QLabel>(u"gatewayCertificate.problem"_s)->isVisible());
}

void TestGatewayPage::fieldsFollowWhatIsSetElsewhere()
{
    WindowBench bench;
    open(bench);
    bench.window().showPage(u"settings"_s);
    bench.settings().set(Setting::GatewayAddress, u"0.0.0.0"_s);
    bench.settings().set(Setting::GatewayPort, 4801);
    QCOMPARE(bench.find<QLineEdit>(u"gatewayAddress"_s)->text(), u"0.0.0.0"_s);
    QCOMPARE(bench.find<QSpinBox>(u"gatewayPort"_s)->value(), 4801);
    // Leaving a field untouched writes nothing back.
    bench.settings().set(Setting::GatewayAddress, u"127.0.0.1"_s);
    bench.find<QLineEdit>(u"gatewayAddress"_s)->setFocus();
    bench.find<QLineEdit>(u"gatewayHosts"_s)->setFocus();
    QCOMPARE(bench.settings().toString(Setting::GatewayAddress), u"127.0.0.1"_s);
}

void TestGatewayPage::theLogIsSetUp()
{
    WindowBench bench;
    open(bench);
    bench.window().showPage(u"settings"_s);
    auto *prompts = bench.find<QAbstractButton>(u"gatewayLogPrompts"_s);
    auto *days = bench.find<QSpinBox>(u"gatewayLogDays"_s);
    QVERIFY(!prompts->isChecked());
    QCOMPARE(days->value(), 365);
    prompts->click();
    QVERIFY(bench.settings().toBool(Setting::GatewayLogPrompts));
    QVERIFY(GatewayStarter::options(bench.settings()).tellsPrompts);
    days->setValue(30);
    QCOMPARE(bench.settings().toInt(Setting::GatewayLogDays), 30);
    bench.settings().set(Setting::GatewayLogPrompts, false); // elsewhere
    bench.settings().set(Setting::GatewayLogDays, 90);
    QVERIFY(!prompts->isChecked());
    QCOMPARE(days->value(), 90);
}

void TestGatewayPage::answersAreKeptWhereItIsWished()
{
    WindowBench bench;
    open(bench);
    bench.window().showPage(u"settings"_s);
    auto *toggle = bench.find<QAbstractButton>(u"gatewayStoresResponses"_s);
    QVERIFY(!toggle->accessibleName().isEmpty());
    QVERIFY(!toggle->isChecked());
    QVERIFY(!GatewayStarter::options(bench.settings()).storesResponses);
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(bench.settings().toBool(Setting::GatewayStoresResponses));
    QVERIFY(GatewayStarter::options(bench.settings()).storesResponses);
    bench.settings().set(Setting::GatewayStoresResponses, false);
    QVERIFY(!toggle->isChecked());
}

void TestGatewayPage::aTakenPortKeepsTheGateway()
{
    WindowBench bench;
    open(bench);
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewaySwitch"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.gateway().state().kind, GatewayState::Kind::Listening);
    const QUrl working = bench.gateway().state().url;
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    bench.window().showPage(u"settings"_s);
    auto *port = bench.find<QSpinBox>(u"gatewayPort"_s);
    const auto type = [port](int number) {
        port->setFocus();
        port->selectAll();
        QTest::keyClicks(port, QString::number(number));
        QTest::keyClick(port, Qt::Key_Return);
    };
    type(taken.serverPort());
    auto *problem = bench.find<QLabel>(u"gatewayPort.problem"_s);
    QVERIFY(problem->isVisible());
    QCOMPARE(bench.settings().toInt(Setting::GatewayPort), 0);
    QTcpSocket client;
    client.connectToHost(working.host(), static_cast<quint16>(working.port()));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(bench.gateway().state().url, working);
    static const QRegularExpression numbers(u"(\\d+) is used\\. (\\d+) is free"_s);
    const QRegularExpressionMatch said = numbers.match(problem->text());
    QVERIFY2(said.hasMatch(), qPrintable(problem->text()));
    QCOMPARE(said.captured(1).toInt(), static_cast<int>(taken.serverPort()));
    const int free = said.captured(2).toInt();
    type(free);
    QVERIFY(!problem->isVisible());
    QTRY_COMPARE(bench.gateway().state().url.port(), free);
    type(working.port() == 1024 ? 1025 : 1024 + working.port() % 2); // whatever it is, the message follows
    QCOMPARE(bench.settings().toInt(Setting::GatewayPort) == port->value(), !problem->isVisible());
}

void TestGatewayPage::aForeignAddressKeepsTheGateway()
{
    WindowBench bench;
    open(bench);
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewaySwitch"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.gateway().state().kind, GatewayState::Kind::Listening);
    const QUrl working = bench.gateway().state().url;
    bench.window().showPage(u"settings"_s);
    auto *address = bench.find<QLineEdit>(u"gatewayAddress"_s);
    address->setFocus();
    address->selectAll();
    QTest::keyClicks(address, u"192.0.2.1"_s); // of nobody
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(bench.find<QLabel>(u"gatewayAddress.problem"_s)->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(bench.gateway().state().url, working);
}

void TestGatewayPage::settingsReachTheGateway_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    QTest::newRow("address") << u"gatewayAddress"_s << u"here"_s << u"127.0.0.2"_s;
    QTest::newRow("names") << u"gatewayHosts"_s << u"*"_s << u"studio.lan"_s;
    QTest::newRow("pages") << u"gatewayOrigins"_s << u"*"_s << u"https://app.example"_s;
}

void TestGatewayPage::settingsReachTheGateway()
{
    QFETCH(QString, field);
    QFETCH(QString, wrong);
    QFETCH(QString, right);
    WindowBench bench;
    open(bench);
    const auto enter = [&bench, &field](const QString &text) {
        auto *edit = bench.find<QLineEdit>(field);
        edit->setText(text);
        Q_EMIT edit->editingFinished();
    };
    const auto kept = [&bench] {
        const GatewayOptions options = GatewayStarter::options(bench.settings());
        return QStringList {options.address.toString()} + options.allowedHosts + options.allowedOrigins;
    };
    const QStringList before = kept();
    enter(wrong);
    QCOMPARE(kept(), before);
    QVERIFY(!bench.text(field + u".problem"_s).isEmpty());
    enter(right);
    QVERIFY(kept().contains(right));
    QVERIFY(bench.text(field + u".problem"_s).isEmpty());
}

QTEST_MAIN(TestGatewayPage)
#include "test_gatewaypage.moc"
