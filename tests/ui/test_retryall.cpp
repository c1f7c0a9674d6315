// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyring.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/keys/providerkeys.h"

#include <QPushButton>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Several pictures of a run that failed unbilled are tried again at once; no other ones are.
class TestRetryAll : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isThereForSeveral_data();
    void isThereForSeveral();
    void triesOnlyWhatWasNotBilled();
    void keepsItsPlace();
    void asksFirst();
    void aHoldCancelsNothing();
    void newKeysCount();

private:
    static void start(WindowBench &bench);
    static void fail(WindowBench &bench, int job, ErrorKind kind, Billing billing = Billing::NotBilled);
    static QPushButton *button(WindowBench &bench) { return bench.find<QPushButton>(u"retryAll"_s); }
    static bool canPress(WindowBench &bench) { return button(bench)->isVisible() && button(bench)->isEnabled(); }
    static QRect place(const QWidget *widget)
    {
        return {widget->mapTo(widget->window(), QPoint(0, 0)), widget->size()};
    }
};

namespace {

const QStringList builtIn {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};

} // namespace

void TestRetryAll::start(WindowBench &bench)
{
    bench.open();
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 3);
    bench.clock.milliseconds += slipMilliseconds;
}

void TestRetryAll::fail(WindowBench &bench, int job, ErrorKind kind, Billing billing)
{
    Error error = notSent(kind, u"err-17"_s);
    error.billing = billing;
    bench.images.fail(job, GenerationStatus::Failed, error);
    QCoreApplication::processEvents();
}

void TestRetryAll::isThereForSeveral_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<bool>("offered");
    QTest::newRow("busy") << ErrorKind::Overloaded << Billing::NotBilled << true;
    QTest::newRow("no network") << ErrorKind::Network << Billing::NotBilled << true;
    QTest::newRow("may be billed") << ErrorKind::Upstream << Billing::MayBeBilled << false;
    QTest::newRow("billed") << ErrorKind::Upstream << Billing::Billed << false;
    QTest::newRow("same again is refused again") << ErrorKind::ContentPolicy << Billing::NotBilled << false;
    QTest::newRow("needs a key first") << ErrorKind::NoKey << Billing::NotBilled << false;
    QTest::newRow("not there") << ErrorKind::NotFound << Billing::NotBilled << false;
}

void TestRetryAll::isThereForSeveral()
{
    QFETCH(ErrorKind, kind);
    QFETCH(Billing, billing);
    WindowBench bench;
    start(bench);
    QVERIFY(!canPress(bench));
    fail(bench, 0, kind, billing);
    QVERIFY2(!canPress(bench), "one has its own button");
    fail(bench, 1, kind, billing);
    QTEST(canPress(bench), "offered");
}

void TestRetryAll::triesOnlyWhatWasNotBilled()
{
    WindowBench bench;
    bench.open();
    CompareForm form = bench.window().compare()->form();
    form.pictures = 2;
    bench.window().compare()->setForm(form);
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 6);
    bench.clock.milliseconds += slipMilliseconds;
    fail(bench, 0, ErrorKind::Overloaded);
    fail(bench, 1, ErrorKind::Overloaded, Billing::MayBeBilled);
    bench.images.fail(2, GenerationStatus::Unknown, Error());
    bench.images.complete(3);
    bench.images.fail(4, GenerationStatus::Cancelled, notSent(ErrorKind::Cancelled, u"err-17"_s));
    fail(bench, 5, ErrorKind::Overloaded);
    QTRY_VERIFY(canPress(bench));
    QTest::mouseClick(button(bench), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 8);
    QCOMPARE(bench.images.jobs().at(6).request, bench.images.jobs().at(0).request);
    QCOMPARE(bench.images.jobs().at(7).request, bench.images.jobs().at(5).request);
    QVERIFY(!canPress(bench));
}

void TestRetryAll::keepsItsPlace()
{
    WindowBench bench;
    start(bench);
    fail(bench, 0, ErrorKind::Overloaded);
    fail(bench, 1, ErrorKind::Overloaded);
    fail(bench, 2, ErrorKind::Overloaded);
    QTRY_VERIFY(canPress(bench));
    const auto *cancel = bench.find<QPushButton>(u"cancelAll"_s);
    const QRect own = place(button(bench));
    const QRect neighbour = place(cancel);
    QVERIFY(own.right() < neighbour.left());
    doubleClick(button(bench));
    QCOMPARE(bench.images.jobs().size(), 6);
    QVERIFY(bench.images.cancelled.isEmpty());
    QCOMPARE(place(cancel), neighbour);
    for (int job = 3; job < 6; ++job) {
        fail(bench, job, ErrorKind::Overloaded);
    }
    QTRY_VERIFY(canPress(bench));
    QCOMPARE(place(button(bench)), own);
}

/// Under the limits of a start, for all of them together.
void TestRetryAll::asksFirst()
{
    WindowBench bench;
    for (const QString &model : builtIn) {
        bench.images.prices.insert(model, Money::fromDollars(0.4));
    }
    bench.settings().set(Setting::AskAboveCents, 100);
    bench.open();
    bench.generate();
    for (int job = 0; job < 3; ++job) {
        fail(bench, job, ErrorKind::Overloaded);
    }
    bench.clock.milliseconds += slipMilliseconds;
    QTRY_VERIFY(canPress(bench));
    QTest::mouseClick(button(bench), Qt::LeftButton);
    auto *yes = bench.find<QPushButton>(u"startYes"_s);
    QVERIFY(yes->isVisible());
    QVERIFY2(yes->text().contains(u'3'), qPrintable(yes->text()));
    QVERIFY2(bench.text(u"startQuestion"_s).contains(u"$1.20"_s), qPrintable(bench.text(u"startQuestion"_s)));
    QCOMPARE(bench.images.jobs().size(), 3);
    bench.clock.milliseconds += slipMilliseconds;
    QTest::mouseClick(yes, Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 6);
}

/// The keyboard moves on when the button goes, and a key that is held must not press what it comes to.
void TestRetryAll::aHoldCancelsNothing()
{
    WindowBench bench;
    start(bench);
    fail(bench, 0, ErrorKind::Overloaded);
    fail(bench, 1, ErrorKind::Overloaded);
    QTRY_VERIFY(canPress(bench));
    button(bench)->setFocus();
    for (int press = 0; press < 10; ++press) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        bench.clock.milliseconds += 30;
    }
    QCOMPARE(bench.images.jobs().size(), 5);
    QVERIFY(bench.images.cancelled.isEmpty());
}

void TestRetryAll::newKeysCount()
{
    WindowBench bench;
    bench.open();
    CompareForm form = bench.window().compare()->form();
    form.models = QStringList {u"openai/gpt-image-2"_s};
    form.pictures = 2;
    bool isStored = false;
    bench.keyring().set(u"openai"_s, "sk-0123456789abcdef", KeySource::Session, &bench.window(),
                        [&isStored](const Status &status) { isStored = status.ok(); });
    QTRY_VERIFY(isStored);
    bench.window().compare()->setForm(form);
    bench.generate();
    fail(bench, 0, ErrorKind::Auth);
    fail(bench, 1, ErrorKind::Auth);
    QVERIFY(!canPress(bench));
    bench.window().findChild<ProviderKeys *>()->noteNewKey(u"openai"_s);
    QVERIFY(canPress(bench));
}

QTEST_MAIN(TestRetryAll)
#include "test_retryall.moc"
