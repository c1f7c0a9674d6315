// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/whendone.h"
#include "tests/ui/gatewaybench.h"
#include "ui/gateway/calllog.h"
#include "ui/gateway/clienttable.h"

#include <QAbstractSpinBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTableView>

using namespace lightwell;
using namespace lightwell::test;
using namespace lightwell::test::gatewaypage;
using namespace Qt::StringLiterals;

/// Clients, their calls and the ways to connect them, on the Gateway page.
class TestGatewayClients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallIsShown();
    void aClientIsAddedByKeys();
    void aNameThatIsTakenSaysSo();
    void limitsAreChanged();
    void revokingAsksOnce();
    void theLogCanBeFilteredAndPaused();
    void programsAreConnected();
    void programsElsewhereAreConnected();
    void dialogsHaveTheirNames();
};

/// Whoever connects a program sees whether it came here, and whether it was let in.
void TestGatewayClients::aCallIsShown()
{
    WindowBench bench;
    open(bench);
    const QByteArray key = switchOnWithClient(bench, u"Blog builder"_s);
    const QAbstractItemModel *log = bench.find<QTableView>(u"callsTable"_s)->model();
    ask(bench, "/healthz"_ba, key);
    ask(bench, "/v1/models"_ba, {});
    QTRY_COMPARE(log->rowCount(), 1);
    QCOMPARE(log->index(0, CallLog::Call).data().toString(), u"models"_s);
    QVERIFY(log->index(0, CallLog::Outcome).data().toString().startsWith(u"401 "_s));
    ask(bench, "/v1/models"_ba, key);
    QTRY_COMPARE(log->rowCount(), 2);
    QCOMPARE(log->index(0, CallLog::Outcome).data().toString(), u"200"_s);
    QTRY_COMPARE(log->index(0, CallLog::Client).data().toString(), u"Blog builder"_s);
    QTRY_VERIFY(bench.text(u"callsRate"_s).startsWith(u"2 "_s));
    const QAbstractItemModel *clients = bench.find<QTableView>(u"clientsTable"_s)->model();
    QTRY_COMPARE(clients->index(0, ClientTable::LastUsed).data().toString(), u"now"_s);
}

void TestGatewayClients::aClientIsAddedByKeys()
{
    WindowBench bench;
    open(bench);
    auto *add = bench.find<QAbstractButton>(u"clientAdd"_s);
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Return);
    auto *dialog = bench.find<QDialog>(u"clientDialog"_s);
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    QVERIFY(bench.find<QWidget>(u"clientName"_s)->hasFocus());
    auto *save = bench.find<QAbstractButton>(u"clientSave"_s);
    QVERIFY(!save->isEnabled());
    const auto type = [](const QString &text) {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    };
    type(u"Blog builder"_s);
    type(u"$2.50"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // each month
    type(u"flux*, gpt-image-2"_s);
    type(u"30"_s);
    type(u"tomorrow"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(bench.find<QWidget>(u"clientProblem"_s)->isVisible());
    auto *day = bench.find<QLineEdit>(u"clientLastDay"_s);
    QVERIFY(day->hasFocus());
    day->selectAll();
    QTest::keyClicks(day, u"2126-01-31"_s);
    QTest::keyClick(day, Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLineEdit>(u"newKey"_s));
    const QString key = bench.find<QLineEdit>(u"newKey"_s)->text();
    QVERIFY(key.startsWith(u"lw-"_s));
    QTest::mouseClick(bench.find<QAbstractButton>(u"newKeyCopy"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), key);
    QVERIFY(QApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
    QTest::keyClick(bench.find<QDialog>(u"newKeyDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<QLineEdit>(u"newKey"_s)); // never again
    const QAbstractItemModel *clients = bench.find<QTableView>(u"clientsTable"_s)->model();
    QTRY_COMPARE(clients->rowCount(), 1);
    QCOMPARE(clients->index(0, ClientTable::Name).data().toString(), u"Blog builder"_s);
    QCOMPARE(clients->index(0, ClientTable::Limit).data().toString(), u"$2.50"_s);
    QCOMPARE(clients->index(0, ClientTable::Models).data().toString(), u"flux*, gpt-image-2"_s);
    QCOMPARE(clients->index(0, ClientTable::Rate).data().toString(), u"30"_s);
    std::optional<Client> known;
    whenDone(bench.clients().authenticate(key.toLatin1(), QDateTime::currentDateTimeUtc()), &bench.window(),
             [&known](const Result<std::optional<Client>> &client) { known = *client; });
    QTRY_VERIFY(known);
    QCOMPARE(known->terms.perMinute, std::optional(30));
    QCOMPARE(known->terms.expiresAt, QDate(2126, 2, 1).startOfDay());
}

void TestGatewayClients::aNameThatIsTakenSaysSo()
{
    WindowBench bench;
    addClient(bench, u"n8n"_s);
    open(bench);
    bench.find<QAbstractButton>(u"clientAdd"_s)->click();
    auto *name = bench.find<QLineEdit>(u"clientName"_s);
    QTest::keyClicks(name, u"n8n"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(bench.find<QWidget>(u"clientProblem"_s)->isVisible());
    QVERIFY(bench.find<QAbstractButton>(u"clientSave"_s)->isEnabled());
    QVERIFY(!bench.find<QLineEdit>(u"newKey"_s));
}

void TestGatewayClients::limitsAreChanged()
{
    WindowBench bench;
    addClient(bench, u"n8n"_s);
    open(bench);
    auto *table = bench.find<QTableView>(u"clientsTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    auto *change = bench.find<QAbstractButton>(u"clientChange"_s);
    QVERIFY(!change->isEnabled());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    QVERIFY(change->isEnabled());
    QTest::mouseClick(change, Qt::LeftButton);
    auto *amount = bench.find<QLineEdit>(u"clientAmount"_s);
    QVERIFY(amount);
    QTRY_VERIFY(amount->hasFocus());
    auto *replay = bench.find<QComboBox>(u"clientReplay"_s);
    QCOMPARE(replay->currentData().toString(), QString());
    replay->setCurrentIndex(replay->findData(u"mock"_s));
    bench.find<QAbstractButton>(u"clientEarly"_s)->click();
    amount->setFocus();
    QTest::keyClicks(amount, u"4"_s);
    QTest::keyClick(amount, Qt::Key_Return);
    QTRY_COMPARE(table->model()->index(0, ClientTable::Limit).data().toString(), u"$4.00"_s);
    QTRY_VERIFY(!bench.find<QWidget>(u"clientDialog"_s));
    QTRY_VERIFY(change->isEnabled()); // it stays chosen
    QCOMPARE(bench.books.set.last().period, Period::Month);
    QVERIFY(table->model()->index(0, ClientTable::Answers).data().toString().startsWith(u"mock, "_s));
    change->click(); // as it was left
    QCOMPARE(bench.find<QComboBox>(u"clientReplay"_s)->currentData().toString(), u"mock"_s);
    QVERIFY(bench.find<QAbstractButton>(u"clientEarly"_s)->isChecked());
}

void TestGatewayClients::revokingAsksOnce()
{
    WindowBench bench;
    const QByteArray key = addClient(bench, u"n8n"_s);
    open(bench);
    auto *table = bench.find<QTableView>(u"clientsTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setFocus();
    table->selectRow(0);
    auto *revoke = bench.find<QAbstractButton>(u"clientRevoke"_s);
    QTest::mouseClick(revoke, Qt::LeftButton);
    QTest::keyClick(bench.find<QDialog>(u"revokeDialog"_s), Qt::Key_Return); // by mistake: nothing is taken away
    QTRY_VERIFY(!bench.find<QDialog>(u"revokeDialog"_s));
    QCOMPARE(table->model()->rowCount(), 1);
    QTest::mouseClick(revoke, Qt::LeftButton);
    QTest::mouseClick(bench.find<QAbstractButton>(u"revokeYes"_s), Qt::LeftButton);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(!revoke->isEnabled());
    std::optional<bool> isKnown;
    whenDone(bench.clients().authenticate(key, QDateTime::currentDateTimeUtc()), &bench.window(),
             [&isKnown](const Result<std::optional<Client>> &client) { isKnown = client->has_value(); });
    QTRY_VERIFY(isKnown);
    QVERIFY(!*isKnown);
}

void TestGatewayClients::theLogCanBeFilteredAndPaused()
{
    WindowBench bench;
    open(bench);
    const QByteArray key = switchOnWithClient(bench, u"n8n"_s);
    const QAbstractItemModel *log = bench.find<QTableView>(u"callsTable"_s)->model();
    ask(bench, "/v1/models"_ba, {});
    ask(bench, "/v1/models"_ba, key);
    QTRY_COMPARE(log->rowCount(), 2);
    auto *filter = bench.find<QComboBox>(u"callsClient"_s);
    QTRY_COMPARE(filter->findText(u"n8n"_s), 1);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(log->rowCount(), 1);
    QTest::keyClick(filter, Qt::Key_Up);
    QCOMPARE(log->rowCount(), 2);
    auto *pause = bench.find<QAbstractButton>(u"callsPause"_s);
    QTest::mouseClick(pause, Qt::LeftButton);
    ask(bench, "/v1/models"_ba, key);
    QTRY_VERIFY(bench.text(u"callsRate"_s).startsWith(u"3 "_s)); // it is counted
    QCOMPARE(log->rowCount(), 2);
    QTest::mouseClick(pause, Qt::LeftButton);
    QTRY_COMPARE(log->rowCount(), 3);
}

void TestGatewayClients::programsAreConnected()
{
    WindowBench bench;
    open(bench);
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewaySwitch"_s), Qt::LeftButton);
    QTRY_COMPARE(bench.gateway().state().kind, GatewayState::Kind::Listening);
    QTRY_VERIFY(bench.text(u"gatewayTitle"_s) == u"Gateway is on"_s);
    QTest::mouseClick(bench.find<QAbstractButton>(u"connectProgram"_s), Qt::LeftButton);
    auto *list = bench.find<QListWidget>(u"connectList"_s);
    QVERIFY(list);
    QVERIFY(!bench.find<QLabel>(u"connectHint"_s)->isVisible());
    QVERIFY(!bench.find<QWidget>(u"connectAddress"_s)->isVisible()); // there is one alone
    auto *code = bench.find<QPlainTextEdit>(u"connectCode"_s);
    QSet<QString> seen;
    for (int step = 0; step < list->count(); ++step) { // over the headings, too
        seen.insert(bench.text(u"connectName"_s));
        QVERIFY(!code->toPlainText().isEmpty());
        QTest::keyClick(list, Qt::Key_Down);
    }
    QVERIFY2(seen.size() >= 19, qPrintable(QStringList(seen.values()).join(u", "_s)));
    QVERIFY(seen.contains(u"Open WebUI"_s) && seen.contains(u"Zed"_s));
    list->setCurrentRow(1);
    QTest::mouseClick(bench.find<QAbstractButton>(u"connectCode.copy"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), code->toPlainText());
    QVERIFY(code->toPlainText().contains(bench.gateway().state().url.toString()));
    QVERIFY(!code->toPlainText().contains(QString::fromLatin1(bench.clientKey.key.value())));
    QTest::mouseClick(bench.find<QAbstractButton>(u"connectCopyKey"_s), Qt::LeftButton);
    QTRY_COMPARE(QApplication::clipboard()->text(), QString::fromLatin1(bench.clientKey.key.value()));
    QTest::keyClick(list, Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<QDialog>(u"connectDialog"_s));
}

/// A program on another computer needs the address at which that one reaches the gateway.
void TestGatewayClients::programsElsewhereAreConnected()
{
    WindowBench bench;
    bench.addresses.append(QHostAddress(u"192.168.7.2"_s));
    bench.settings().set(Setting::GatewayAddress, u"0.0.0.0"_s);
    bench.settings().set(Setting::GatewayEncrypted, true);
    open(bench);
    QTest::mouseClick(bench.find<QAbstractButton>(u"gatewaySwitch"_s), Qt::LeftButton);
    QTRY_VERIFY(!bench.gateway().state().others.isEmpty());
    QTRY_VERIFY(bench.text(u"gatewayTitle"_s) == u"Gateway is on"_s);
    const GatewayState state = bench.gateway().state();
    QTest::mouseClick(bench.find<QAbstractButton>(u"connectProgram"_s), Qt::LeftButton);
    auto *list = bench.find<QListWidget>(u"connectList"_s);
    auto *code = bench.find<QPlainTextEdit>(u"connectCode"_s);
    auto *address = bench.find<QComboBox>(u"connectAddress"_s);
    QVERIFY(address->isVisible());
    QCOMPARE(address->count(), 1 + state.others.size());
    QVERIFY(code->toPlainText().contains(state.url.toString())); // most programs are here
    const int other = address->findText(u"//192.168.7.2:"_s, Qt::MatchContains);
    QVERIFY(other > 0);
    address->setCurrentIndex(other);
    const QString reached = u"https://192.168.7.2:"_s + QString::number(state.url.port()) + u"/v1"_s;
    QVERIFY2(code->toPlainText().contains(reached), qPrintable(code->toPlainText()));
    QVERIFY(!code->toPlainText().contains(u"127.0.0.1"_s));
    QTest::keyClick(list, Qt::Key_Down); // and it stays, whichever program it is
    QVERIFY2(code->toPlainText().contains(reached), qPrintable(code->toPlainText()));
    const QList<QListWidgetItem *> piped = list->findItems(u"Claude Desktop"_s, Qt::MatchExactly);
    QCOMPARE(piped.size(), 1);
    list->setCurrentItem(piped.first());
    QVERIFY(!address->isVisible()); // which is told none
    QTest::keyClick(list, Qt::Key_Escape);
    QTRY_VERIFY(!bench.find<QDialog>(u"connectDialog"_s));
}

void TestGatewayClients::dialogsHaveTheirNames()
{
    WindowBench bench;
    addClient(bench, u"n8n"_s);
    open(bench);
    auto *table = bench.find<QTableView>(u"clientsTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    for (const QString &opener : {u"clientAdd"_s, u"clientChange"_s, u"clientRevoke"_s, u"connectProgram"_s}) {
        bench.find<QAbstractButton>(opener)->click();
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())));
        const QList<QWidget *> widgets = dialog->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool isPart = widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QComboBoxListView")
                || widget->inherits("QComboBoxPrivateContainer")
                || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
            if (!isPart && widget->focusPolicy() != Qt::NoFocus) {
                QVERIFY2(!widget->objectName().isEmpty() && !widget->accessibleName().isEmpty(),
                         qPrintable(opener + u": "_s + widget->objectName()));
                QVERIFY(!widget->accessibleName().contains(u'&'));
            }
        }
        dialog->reject();
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }
}

QTEST_MAIN(TestGatewayClients)
#include "test_gatewayclients.moc"
