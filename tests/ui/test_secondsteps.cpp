// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyring.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/statepanel.h"
#include "ui/keys/providerkeys.h"

#include <QLabel>
#include <QMenu>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What can be done about a picture that did not come, beside the first step: the same elsewhere, or otherwise.
class TestSecondSteps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stepsByReason_data();
    void stepsByReason();
    void theSameAtTheNextProvider();
    void asksBeforeItCosts();
    void aDoubleClickPaysOnce();
    void whatMayBeBilledIsNeverRedoneByItself();
    void laterTriesGoFurther();
    void withoutKeyAsksForOne();
    void aModelThatIsGoneCanBeRemoved();
    void waitsAsTheProviderWished();
    void takesTheNearestSize();
    void retriesAllWithoutConnection();
    void lowCellsSayLess();
    void narrowCellsStackTheSteps();
    void theMenuHasThemToo();

private:
    static void giveKeys(WindowBench &bench, const QStringList &providers);
    static void start(WindowBench &bench, const QStringList &models, bool withKeys = true);
    static void fail(WindowBench &bench, int job, ErrorKind kind, Billing billing = Billing::NotBilled,
                     const QString &param = {});
    static QPushButton *step(WindowBench &bench, int cell = 0)
    {
        return bench.find<QPushButton>(u"cell.1.%1.state.step"_s.arg(cell));
    }
    static QPushButton *second(WindowBench &bench, int cell = 0)
    {
        return bench.find<QPushButton>(u"cell.1.%1.state.second"_s.arg(cell));
    }
    static const CompareCell &cell(WindowBench &bench, int index = 0)
    {
        return *bench.window().compare()->session().cell(1, index);
    }
};

namespace {

const QString flux = u"flux-2-pro"_s;

} // namespace

void TestSecondSteps::giveKeys(WindowBench &bench, const QStringList &providers)
{
    for (const QString &provider : providers) {
        bench.keyring().set(provider, "sk-test-0000", KeySource::Session, &bench.window(), [](const Status &) {});
    }
    auto *keys = bench.window().findChild<ProviderKeys *>();
    QTRY_VERIFY(
        std::all_of(providers.cbegin(), providers.cend(), [keys](const QString &id) { return keys->isUsable(id); }));
}

void TestSecondSteps::start(WindowBench &bench, const QStringList &models, bool withKeys)
{
    bench.open(QSize(1500, 900));
    QStringList providers;
    for (const QString &model : models) {
        for (const Offer &offer : bench.catalog.find(model)->offers) {
            providers.append(offer.provider);
        }
    }
    giveKeys(bench, withKeys ? providers : providers.mid(0, 1));
    CompareForm form = bench.window().compare()->form();
    form.models = models;
    bench.window().compare()->setForm(form);
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), models.size());
    bench.clock.milliseconds += slipMilliseconds;
}

void TestSecondSteps::fail(WindowBench &bench, int job, ErrorKind kind, Billing billing, const QString &param)
{
    Error error = notSent(kind, u"err-17"_s, param);
    error.billing = billing;
    bench.images.fail(job, billing == Billing::MayBeBilled ? GenerationStatus::Unknown : GenerationStatus::Failed,
                      error);
    QTRY_VERIFY(step(bench)->isVisible());
    for (int round = 0; round < 5; ++round) {
        QCoreApplication::processEvents(); // the plans of the other ways
    }
}

void TestSecondSteps::stepsByReason_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<FailureAction::Step>("first");
    QTest::addColumn<FailureAction::Step>("second");
    QTest::addColumn<FailureAction::Step>("keyless"); ///< the second one where no other provider has a key
    using Step = FailureAction::Step;
    const auto row = [](const char *name, ErrorKind kind, Billing billing, Step first, Step second, Step keyless) {
        QTest::newRow(name) << kind << billing << first << second << keyless;
    };
    const Billing free = Billing::NotBilled;
    const Billing open = Billing::MayBeBilled;
    row("refused", ErrorKind::ContentPolicy, free, Step::EditPrompt, Step::UseOther, Step::AddKey);
    row("busy", ErrorKind::Overloaded, free, Step::Retry, Step::UseOther, Step::AddKey);
    row("too many calls", ErrorKind::RateLimit, free, Step::Retry, Step::UseOther, Step::AddKey);
    row("account empty", ErrorKind::Funds, free, Step::OpenAccount, Step::UseOther, Step::AddKey);
    row("key refused", ErrorKind::Auth, free, Step::ReplaceKey, Step::UseOther, Step::RemoveModel);
    row("no key", ErrorKind::NoKey, free, Step::AddKey, Step::UseOther, Step::RemoveModel);
    row("no answer", ErrorKind::Timeout, open, Step::RetryMayBillTwice, Step::UseOther, Step::AddKey);
    row("its fault", ErrorKind::Upstream, free, Step::Retry, Step::UseOther, Step::AddKey);
    row("not there", ErrorKind::NotFound, free, Step::UseOther, Step::None, Step::None);
    row("no connection", ErrorKind::Network, free, Step::Retry, Step::OpenSettings, Step::OpenSettings);
    row("own limit", ErrorKind::Budget, free, Step::Retry, Step::None, Step::None);
    row("stopped", ErrorKind::Cancelled, free, Step::Retry, Step::None, Step::None);
    row("unread key", ErrorKind::Secrets, free, Step::Retry, Step::None, Step::None);
}

void TestSecondSteps::stepsByReason()
{
    QFETCH(ErrorKind, kind);
    QFETCH(Billing, billing);
    CompareCell cell;
    cell.state = kind == ErrorKind::Cancelled ? CompareCell::State::Cancelled : CompareCell::State::Failed;
    cell.expected.price = Money::fromDollars(0.03);
    Generation outcome;
    outcome.error = notSent(kind, u"err-17"_s);
    outcome.error->billing = billing;
    cell.outcome = outcome;
    WaysOut ways;
    ways.other = CellWay();
    ways.other->expected.provider = u"replicate"_s;
    ways.other->expected.price = Money::fromDollars(0.045);
    ways.keyless = u"together"_s;
    const FailureText text = failureText(cell, u"fal"_s, {}, {}, ways);
    QTEST(text.first.step, "first");
    QTEST(text.second.step, "second");
    if (text.second.step == FailureAction::Step::UseOther) {
        QCOMPARE(text.second.price, Money::fromDollars(0.045));
        QCOMPARE(text.second.way, ways.other);
    }
    ways.other.reset();
    const FailureText keyless = failureText(cell, u"fal"_s, {}, {}, ways);
    QTEST(keyless.second.step, "keyless");
    if (keyless.second.step == FailureAction::Step::AddKey) {
        QCOMPARE(keyless.second.provider, u"together"_s);
    }
}

void TestSecondSteps::theSameAtTheNextProvider()
{
    WindowBench bench;
    bench.images.prices.insert(flux, Money::fromDollars(0.03));
    const QList<Offer> offers = bench.catalog.find(flux)->offers;
    QVERIFY(offers.size() > 2);
    bench.images.prices.insert(offers.at(1).id(), Money::fromDollars(0.045));
    start(bench, {flux});
    fail(bench, 0, ErrorKind::ContentPolicy);
    QTRY_VERIFY(second(bench)->isVisible());
    QVERIFY2(second(bench)->text().contains(u"$0.045"_s), qPrintable(second(bench)->text()));
    QTest::mouseClick(second(bench), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 2);
    const Request asked = bench.images.jobs().at(0).request;
    Request there = bench.images.jobs().at(1).request;
    QCOMPARE(there.model, offers.at(1).id());
    there.model = asked.model;
    QCOMPARE(there, asked);
    QVERIFY(cell(bench).isUnderWay());
    QCOMPARE(cell(bench).expected.price, Money::fromDollars(0.045));
    bench.images.complete(1);
    QTRY_COMPARE(cell(bench).state, CompareCell::State::Done);
}

void TestSecondSteps::asksBeforeItCosts()
{
    WindowBench bench;
    bench.images.prices.insert(bench.catalog.find(flux)->offers.at(1).id(), Money::fromDollars(7));
    bench.images.prices.insert(flux, Money::fromDollars(0.03));
    start(bench, {flux});
    fail(bench, 0, ErrorKind::ContentPolicy);
    QTRY_VERIFY(second(bench)->isVisible());
    QTest::mouseClick(second(bench), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 1);
    auto *yes = bench.find<QPushButton>(u"startYes"_s);
    QVERIFY(yes->isVisible());
    bench.clock.milliseconds += slipMilliseconds;
    QTest::mouseClick(yes, Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 2);
}

void TestSecondSteps::aDoubleClickPaysOnce()
{
    WindowBench bench;
    start(bench, {flux});
    fail(bench, 0, ErrorKind::Overloaded);
    QTRY_VERIFY(second(bench)->isVisible());
    QWidget *under = bench.window().childAt(second(bench)->mapTo(&bench.window(), second(bench)->rect().center()));
    QCOMPARE(under, second(bench));
    doubleClick(second(bench));
    QCOMPARE(bench.images.jobs().size(), 2);
    bench.images.fail(1, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"err-17"_s));
    QTRY_VERIFY(!cell(bench).isUnderWay());
    QVERIFY(bench.images.cancelled.isEmpty());
}

void TestSecondSteps::whatMayBeBilledIsNeverRedoneByItself()
{
    WindowBench bench;
    bench.images.prices.insert(flux, Money::fromDollars(0.03));
    bench.images.prices.insert(bench.catalog.find(flux)->offers.at(1).id(), Money::fromDollars(0.045));
    start(bench, {flux});
    fail(bench, 0, ErrorKind::Timeout, Billing::MayBeBilled);
    QTRY_VERIFY(second(bench)->isVisible());
    QCOMPARE(bench.images.jobs().size(), 1);
    QVERIFY(bench.text(u"cell.1.0.state.billing"_s).contains(u"billed again"_s));
    second(bench)->setFocus();
    QTest::keyClick(second(bench), Qt::Key_Return);
    QCOMPARE(bench.images.jobs().size(), 2);
    bench.images.complete(1);
    QTRY_COMPARE(cell(bench).state, CompareCell::State::Done);
    // The first provider may bill what it said, the second has billed what it says.
    const CompareSummary sum = bench.window().compare()->session().summary();
    QCOMPARE(sum.mayBeBilled, QList<Money> {Money::fromDollars(0.03)});
}

void TestSecondSteps::laterTriesGoFurther()
{
    WindowBench bench;
    start(bench, {flux});
    fail(bench, 0, ErrorKind::Overloaded);
    QTRY_VERIFY(second(bench)->isVisible());
    QTest::mouseClick(second(bench), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 2);
    const QString tried = bench.images.jobs().at(1).request.model;
    bench.clock.milliseconds += slipMilliseconds;
    fail(bench, 1, ErrorKind::Overloaded);
    QTRY_VERIFY(second(bench)->isVisible());
    QTest::mouseClick(second(bench), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 3);
    QVERIFY(bench.images.jobs().at(2).request.model != tried);
}

void TestSecondSteps::withoutKeyAsksForOne()
{
    WindowBench bench;
    start(bench, {flux}, false);
    fail(bench, 0, ErrorKind::Overloaded);
    QTRY_VERIFY(second(bench)->isVisible());
    QTest::mouseClick(second(bench), Qt::LeftButton);
    QCOMPARE(bench.window().page(), u"keys"_s);
    QCOMPARE(bench.images.jobs().size(), 1);
}

void TestSecondSteps::aModelThatIsGoneCanBeRemoved()
{
    WindowBench bench;
    start(bench, {u"sketchbook-scene"_s, u"sketchbook-pattern"_s});
    fail(bench, 0, ErrorKind::NotFound);
    QTRY_VERIFY(step(bench)->isVisible());
    QTest::mouseClick(step(bench), Qt::LeftButton);
    QCOMPARE(bench.window().compare()->form().models, QStringList {u"sketchbook-pattern"_s});
    auto *undo = bench.find<QPushButton>(u"toast.action"_s);
    QTRY_VERIFY(undo && undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(bench.window().compare()->form().models, (QStringList {u"sketchbook-scene"_s, u"sketchbook-pattern"_s}));
    QCOMPARE(bench.images.jobs().size(), 2);
}

void TestSecondSteps::waitsAsTheProviderWished()
{
    WindowBench bench;
    start(bench, {flux});
    Error busy = notSent(ErrorKind::RateLimit, u"err-17"_s);
    busy.retryAfter = std::chrono::seconds(8);
    bench.images.fail(0, GenerationStatus::Failed, busy);
    QTRY_VERIFY(step(bench)->isVisible());
    QVERIFY(!step(bench)->isEnabled());
    const QString eight = step(bench)->text();
    QVERIFY2(eight.contains(u'8'), qPrintable(eight));
    QTest::mouseClick(step(bench), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 1);
    bench.clock.milliseconds += 5000;
    QTRY_VERIFY2(step(bench)->text() != eight, "it counts down");
    QVERIFY(!step(bench)->isEnabled());
    bench.clock.milliseconds += 3000;
    QTRY_VERIFY(step(bench)->isEnabled());
    QTest::mouseClick(step(bench), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 2);
}

void TestSecondSteps::takesTheNearestSize()
{
    WindowBench bench;
    bench.open(QSize(1500, 900));
    CompareForm form = bench.window().compare()->form();
    form.models = QStringList {u"sketchbook-scene"_s};
    form.size = {};
    form.size.pixels = QSize(1500, 1000);
    bench.window().compare()->setForm(form);
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 1);
    bench.clock.milliseconds += slipMilliseconds;
    fail(bench, 0, ErrorKind::Invalid, Billing::NotBilled, u"size"_s);
    QTRY_VERIFY(cell(bench).nearest.has_value());
    QVERIFY2(second(bench)->isVisible(), "to edit it stays possible");
    QTest::mouseClick(step(bench), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 2);
    const Request asked = bench.images.jobs().at(1).request;
    QVERIFY(!asked.size.pixels);
    QCOMPARE(asked.size.ratio, (AspectRatio {3, 2}));
    QCOMPARE(asked.fit, Fit::Closest);
    QCOMPARE(asked.prompt, bench.images.jobs().at(0).request.prompt);
}

void TestSecondSteps::retriesAllWithoutConnection()
{
    WindowBench bench;
    start(bench, {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s});
    fail(bench, 0, ErrorKind::Network);
    fail(bench, 2, ErrorKind::Network);
    QTest::mouseClick(second(bench), Qt::LeftButton);
    QCOMPARE(bench.window().page(), u"settings"_s);
    bench.window().showPage(u"compare"_s);
    bench.clock.milliseconds += slipMilliseconds;
    QTest::mouseClick(step(bench, 2), Qt::LeftButton);
    QCOMPARE(bench.images.jobs().size(), 5);
    QCOMPARE(bench.images.jobs().at(3).request, bench.images.jobs().at(0).request);
    QCOMPARE(bench.images.jobs().at(4).request, bench.images.jobs().at(2).request);
}

namespace {

FailureText sample()
{
    FailureText text;
    text.title = u"It is busy"_s;
    text.what = u"It refused before any work began, and said a good deal about why that was so this time."_s;
    text.billing = u"Nothing was billed."_s;
    text.first = {FailureAction::Step::Retry, u"Retry"_s, {}, {}, Money::fromDollars(0.03)};
    text.second = {FailureAction::Step::UseOther, u"Use Black Forest Labs"_s, u"x"_s, {}, Money::fromDollars(0.045)};
    return text;
}

} // namespace

void TestSecondSteps::lowCellsSayLess()
{
    Theme theme(*qApp);
    StatePanel panel(u"panel"_s);
    panel.showFailure(sample());
    panel.resize(420, 200);
    panel.setVisible(true);
    const auto *reason = panel.findChild<QLabel *>(u"panel.text"_s);
    const auto *title = panel.findChild<QLabel *>(u"panel.title"_s);
    const auto *first = panel.findChild<QPushButton *>(u"panel.step"_s);
    const auto *other = panel.findChild<QPushButton *>(u"panel.second"_s);
    QTRY_VERIFY(reason->isVisible() && first->isVisible() && other->isVisible());
    panel.resize(420, 120);
    QTRY_VERIFY(!reason->isVisible());
    QVERIFY(title->isVisible() && first->isVisible() && other->isVisible());
    panel.resize(420, 80);
    QTRY_VERIFY(!first->isVisible() && !other->isVisible());
    QVERIFY(title->isVisible());
}

void TestSecondSteps::narrowCellsStackTheSteps()
{
    Theme theme(*qApp);
    StatePanel panel(u"panel"_s);
    panel.showFailure(sample());
    panel.resize(420, 240);
    panel.setVisible(true);
    const auto *first = panel.findChild<QPushButton *>(u"panel.step"_s);
    const auto *other = panel.findChild<QPushButton *>(u"panel.second"_s);
    QTRY_VERIFY(other->isVisible());
    const QString whole = other->text();
    QVERIFY2(whole.contains(u"$0.045"_s), qPrintable(whole));
    for (int width = 420; width >= 210; width -= 7) {
        panel.resize(width, 240);
        QCoreApplication::processEvents();
        const QRect inside = panel.rect();
        for (const QPushButton *button : {first, other}) {
            const QRect place(button->mapTo(&panel, QPoint(0, 0)), button->size());
            QVERIFY2(inside.contains(place), qPrintable(QString::number(width)));
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(QString::number(width)));
        }
        QVERIFY2(!first->geometry().intersects(other->geometry()), qPrintable(QString::number(width)));
    }
    QVERIFY2(other->y() > first->y(), "below each other");
}

void TestSecondSteps::theMenuHasThemToo()
{
    WindowBench bench;
    start(bench, {flux});
    fail(bench, 0, ErrorKind::ContentPolicy);
    QTRY_VERIFY(second(bench)->isVisible());
    QTest::mouseClick(bench.find<QPushButton>(u"cell.1.0.footer.more"_s), Qt::LeftButton);
    auto *menu = bench.find<QMenu>(u"cellMenu"_s);
    QVERIFY(menu);
    auto *other =
        menu->findChild<QAction *>(u"cellMenu.step.%1"_s.arg(static_cast<int>(FailureAction::Step::UseOther)));
    QVERIFY(other);
    other->trigger();
    QCOMPARE(bench.images.jobs().size(), 2);
    delete menu;
}

QTEST_MAIN(TestSecondSteps)
#include "test_secondsteps.moc"
