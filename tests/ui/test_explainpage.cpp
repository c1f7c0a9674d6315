// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/gateway.h"
#include "core/secrets/keyring.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/explain/explainpage.h"
#include "ui/explain/valuetext.h"
#include "ui/keys/providerkeys.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray userKey = "sk-never-to-be-seen-Zq8Xw4";

/// A cell a model; every provider has the user's key.
void start(WindowBench &bench, const QStringList &models = {u"flux-2-pro"_s, u"sketchbook-scene"_s})
{
    bench.open();
    const QList<ProviderInfo> providers = bench.adapters.providers();
    for (const ProviderInfo &provider : providers) {
        bench.keyring().set(provider.id, userKey, KeySource::Session, &bench.window(), [](const Status &) {});
    }
    const auto *keys = bench.window().findChild<ProviderKeys *>();
    QVERIFY(QTest::qWaitFor([keys] { return keys->isUsable(u"fal"_s) && keys->isUsable(u"openai"_s); }));
    CompareForm form;
    form.prompt = u"A lighthouse on a rocky coast at dusk, soft fog over the water, warm lamp light"_s;
    form.negativePrompt = u"people"_s;
    form.models = models;
    form.seed = 482910;
    form.format = ImageFormat::Webp;
    bench.window().compare()->setForm(form);
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), models.size());
}

ExplainPage &page(WindowBench &bench)
{
    return *bench.find<ExplainPage>(u"explainPage"_s);
}

bool isShown(WindowBench &bench, const QString &id)
{
    return QTest::qWaitFor([&] {
        return page(bench).isVisible() && page(bench).explanation() && page(bench).explanation()->generation.id == id;
    });
}

void press(WindowBench &bench, const QString &name)
{
    auto *button = bench.find<QAbstractButton>(name);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
    QCoreApplication::processEvents(); // everything is where it will be
    if (auto *scroll = bench.find<QScrollArea>(u"explain.scroll"_s); scroll->isAncestorOf(button)) {
        scroll->ensureWidgetVisible(button);
    }
    QTest::mouseClick(button, Qt::LeftButton);
}

/// Done with its picture, and explained by Ctrl+I on it.
void openFirst(WindowBench &bench)
{
    bench.images.completeAll();
    auto *picture = bench.find<QWidget>(u"cell.1.0.picture"_s);
    QVERIFY(QTest::qWaitFor([picture] { return picture->isVisible(); }));
    picture->setFocus();
    QTest::keyClick(picture, Qt::Key_I, Qt::ControlModifier);
    QVERIFY(isShown(bench, bench.images.jobs().at(0).id));
}

/// Everything that anybody can read, hear or point at on the page.
QString allTexts(const QWidget &page)
{
    QStringList texts;
    QList<const QWidget *> widgets {&page};
    const QList<QWidget *> children = page.findChildren<QWidget *>();
    for (const QWidget *child : children) {
        widgets.append(child);
    }
    for (const QWidget *widget : std::as_const(widgets)) {
        texts += {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription(), widget->whatsThis(),
                  widget->statusTip()};
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            texts.append(label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            texts.append(button->text());
        } else if (const auto *value = qobject_cast<const ValueText *>(widget)) {
            texts += {value->value(), value->toPlainText()};
        }
    }
    return texts.join(u'\n');
}

} // namespace

class TestExplainPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensFromTheMenuAndLeadsBack();
    void comesBackToTheSamePlace();
    void arrowsLeadToTheNeighbours();
    void aRunningOneFillsItself();
    void aFailureStandsLastWithWhatHelps();
    void eachAttemptHasItsAnswer();
    void eachAttemptHasItsMessage();
    void aKeyIsAddedFromHere();
    void theKeyIsNowhere();
    void longValuesOpen();
    void whatRulesLeaveOutIsFolded();
    void rulesAreChangedInTheSettings();
    void anotherPriceHasItsCause();
    void switchesTheGatewayOn();
    void copiesTheCallInEachLanguage();
    void saysWhatIsNotKept();
    void anotherPageEndsIt();
    void fitsANarrowWindow();
    void tabFollowsTheCards();
    void everyControlHasItsNames();
};

void TestExplainPage::opensFromTheMenuAndLeadsBack()
{
    WindowBench bench;
    start(bench);
    bench.images.completeAll();
    auto *more = bench.find<QAbstractButton>(u"cell.1.1.footer.more"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"cell.1.1.picture"_s)->isVisible());
    more->setFocus();
    QTest::mouseClick(more, Qt::LeftButton);
    auto *menu = bench.find<QMenu>(u"cellMenu"_s);
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    const auto *action = menu->findChild<QAction *>(u"cellMenu.explain"_s);
    QVERIFY(action);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(const_cast<QAction *>(action)).center());
    QVERIFY(isShown(bench, bench.images.jobs().at(1).id));
    QVERIFY(!bench.window().compare()->isVisible());
    auto *back = bench.find<QWidget>(u"explain.back"_s);
    QCOMPARE(bench.window().focusWidget(), back); // a menu without a screen keeps the window from being active
    QTest::keyClick(back, Qt::Key_Escape);
    QVERIFY(!page(bench).isVisible());
    QVERIFY(bench.window().compare()->isVisible());
    QCOMPARE(bench.window().focusWidget(), static_cast<QWidget *>(more));
}

void TestExplainPage::comesBackToTheSamePlace()
{
    WindowBench bench;
    start(bench,
          {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s, u"flux-2-pro"_s, u"seedream-4.5"_s,
           u"gpt-image-2"_s});
    bench.window().resize(1000, 560);
    bench.images.completeAll();
    auto *last = bench.find<QWidget>(u"cell.1.5.picture"_s);
    QTRY_VERIFY(last->isVisible());
    auto *scroll = bench.find<QScrollArea>(u"results"_s);
    QVERIFY(scroll);
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum() / 2);
    const int place = scroll->verticalScrollBar()->value();
    QVERIFY(place > 0);
    last->setFocus();
    QTest::keyClick(last, Qt::Key_I, Qt::ControlModifier);
    QVERIFY(isShown(bench, bench.images.jobs().at(5).id));
    press(bench, u"explain.back"_s);
    QVERIFY(scroll->isVisible());
    QTRY_VERIFY(last->hasFocus());
    QCOMPARE(scroll->verticalScrollBar()->value(), place);
}

void TestExplainPage::arrowsLeadToTheNeighbours()
{
    WindowBench bench;
    start(bench);
    openFirst(bench);
    const QString first = bench.images.jobs().at(0).id;
    const QString second = bench.images.jobs().at(1).id;
    QVERIFY(!bench.find<QWidget>(u"explain.previous"_s)->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QVERIFY(isShown(bench, second));
    QVERIFY(!bench.find<QWidget>(u"explain.next"_s)->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(page(bench).generation(), second);
    press(bench, u"explain.previous"_s);
    QVERIFY(isShown(bench, first));
    press(bench, u"explain.next"_s);
    QVERIFY(isShown(bench, second));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QVERIFY(isShown(bench, first));
}

void TestExplainPage::aRunningOneFillsItself()
{
    WindowBench bench;
    start(bench);
    auto *cancel = bench.find<QWidget>(u"cell.1.0.footer.cancel"_s);
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_I, Qt::ControlModifier);
    const QString id = bench.images.jobs().at(0).id;
    QVERIFY(isShown(bench, id));
    QVERIFY(page(bench).explanation()->isRunning());
    QVERIFY(!page(bench).explanation()->attempts.constFirst().tookMs);
    bench.images.complete(0);
    QTRY_VERIFY(!page(bench).explanation()->isRunning());
    QCOMPARE(page(bench).explanation()->generation.pictures.size(), 1);
    QVERIFY(bench.find<QWidget>(u"explain.picture"_s)->isVisible());
    QCOMPARE(page(bench).explanation()->price.outcome, ExplainedPrice::Outcome::AsEstimated);
}

void TestExplainPage::aFailureStandsLastWithWhatHelps()
{
    WindowBench bench;
    start(bench);
    bench.images.fail(1, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"No room just now."_s));
    auto *more = bench.find<QAbstractButton>(u"cell.1.1.footer.more"_s);
    QTRY_VERIFY(bench.find<QWidget>(u"cell.1.1.state.step"_s)->isVisible());
    more->setFocus();
    QTest::keyClick(more, Qt::Key_I, Qt::ControlModifier);
    QVERIFY(isShown(bench, bench.images.jobs().at(1).id));
    QCOMPARE(page(bench).explanation()->attempts.constLast().attempt.error->kind, ErrorKind::Overloaded);
    QCOMPARE(page(bench).explanation()->price.outcome, ExplainedPrice::Outcome::NotBilled);
    const qsizetype jobs = bench.images.jobs().size();
    bench.clock.milliseconds += 10'000;
    press(bench, u"explain.step"_s);
    QVERIFY(!page(bench).isVisible());
    QCOMPARE(bench.images.jobs().size(), jobs + 1);
    QCOMPARE(bench.images.jobs().last().request, bench.images.jobs().at(1).request);
}

/// Who was asked for what, and what each of them answered; a long answer opens, and all of it can be copied.
void TestExplainPage::eachAttemptHasItsAnswer()
{
    WindowBench bench;
    start(bench, {u"fal/flux-2-pro"_s});
    const QString words = u"Request was throttled. "_s.repeated(40).trimmed();
    bench.images.before = [words](Generation &generation) {
        Attempt refused = generation.attempts.constFirst();
        refused.provider = u"replicate"_s;
        refused.providerModel = u"black-forest-labs/flux-2-pro"_s;
        refused.status = GenerationStatus::Failed;
        refused.error = Error();
        refused.error->kind = ErrorKind::RateLimit;
        refused.error->billing = Billing::NotBilled;
        refused.error->httpStatus = 429;
        refused.error->detail = words;
        generation.attempts.first().providerModel = u"fal-ai/flux-2-pro"_s;
        generation.attempts.prepend(refused);
    };
    openFirst(bench);
    QCOMPARE(bench.text(u"explain.attempt.1.offer"_s), u"black-forest-labs/flux-2-pro"_s);
    auto *answer = bench.find<ValueText>(u"explain.attempt.1.answer"_s);
    QVERIFY(answer);
    QCOMPARE(answer->value(), u"429: "_s + words);
    QTRY_VERIFY(answer->isCut());
    bench.find<QScrollArea>(u"explain.scroll"_s)->ensureWidgetVisible(answer);
    QTest::mouseClick(answer->viewport(), Qt::LeftButton);
    QCOMPARE(answer->toPlainText(), answer->value());
    QVERIFY(!bench.find<ValueText>(u"explain.attempt.2.answer"_s)); // it has its picture
    QCOMPARE(bench.text(u"explain.attempt.2.offer"_s), u"fal-ai/flux-2-pro"_s);
}

/// The last one's at first, and the others by choice; what is copied is what is shown.
void TestExplainPage::eachAttemptHasItsMessage()
{
    WindowBench bench;
    start(bench, {u"fal/flux-2-pro"_s});
    Request there = bench.images.jobs().constFirst().request;
    there.model = u"replicate/flux-2-pro"_s;
    const Result<Resolution> found = bench.catalog.resolve(there.model);
    QVERIFY(found.ok());
    const Result<Plan> refused = bench.catalog.plan(there, found->offers.constFirst());
    QVERIFY(refused.ok());
    bench.images.plans = {{0, *refused}};
    bench.images.before = [](Generation &generation) {
        Attempt first = generation.attempts.constFirst();
        first.provider = u"replicate"_s;
        first.status = GenerationStatus::Failed;
        generation.attempts.prepend(first);
    };
    openFirst(bench);
    auto *choice = bench.find<QComboBox>(u"explain.message.attempt"_s);
    const auto *text = bench.find<ValueText>(u"explain.message.text"_s);
    QVERIFY(choice && choice->isVisible());
    QCOMPARE(choice->count(), 2);
    const auto addressOf = [&bench](int attempt) {
        return page(bench).explanation()->attempts.at(attempt).sent->address;
    };
    QVERIFY(addressOf(0) != addressOf(1));
    QVERIFY2(text->value().contains(addressOf(1)), qPrintable(text->value()));
    bench.find<QScrollArea>(u"explain.scroll"_s)->ensureWidgetVisible(choice);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Up);
    QVERIFY2(text->value().contains(addressOf(0)), qPrintable(text->value()));
    press(bench, u"explain.message.copy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), text->value());
    bench.images.before = {};
    bench.window().explain(bench.images.jobs().constFirst().id);
    QTRY_VERIFY(page(bench).explanation() && page(bench).explanation()->attempts.size() == 1);
    QVERIFY(!choice->isVisible()); // there is nothing to choose
    QVERIFY(text->value().contains(addressOf(0)));
}

void TestExplainPage::aKeyIsAddedFromHere()
{
    WindowBench bench;
    start(bench);
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::NoKey, u"There is none."_s));
    const QString id = bench.images.jobs().at(0).id;
    bench.window().explain(id); // as from the gallery: nothing is made again from here
    QVERIFY(isShown(bench, id));
    QVERIFY(!page(bench).explanation()->wasSent);
    QVERIFY(!bench.find<QWidget>(u"explain.next"_s)->isVisible());
    press(bench, u"explain.step"_s);
    QCOMPARE(bench.window().page(), u"keys"_s);
    QVERIFY(bench.find<QWidget>(u"keyDialog"_s));
}

void TestExplainPage::theKeyIsNowhere()
{
    WindowBench bench;
    start(bench, {u"fal/flux-2-pro"_s});
    bench.images.before = [](Generation &generation) {
        generation.attempts.last().key = u"work"_s; // the name of a key is no secret
    };
    openFirst(bench);
    QCOMPARE(page(bench).explanation()->generation.plan->offer.provider, u"fal"_s);
    const SentMessage sent = *page(bench).explanation()->sent;
    QVERIFY2(sent.address.startsWith(u"https://"_s), qPrintable(sent.address));
    QVERIFY(sent.body.contains(u"lighthouse"_s));
    QStringList seen {allTexts(page(bench))};
    QVERIFY(seen.constFirst().contains(sent.address)); // it is really looked at
    for (const QString &button : {u"explain.copyText"_s, u"explain.message.copy"_s, u"explain.call.copy"_s}) {
        QGuiApplication::clipboard()->clear();
        press(bench, button);
        QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        seen.append(QGuiApplication::clipboard()->text());
    }
    const QString key = QString::fromLatin1(userKey);
    for (const QString &text : std::as_const(seen)) {
        QVERIFY(!text.contains(key));
        QVERIFY(!text.contains(key.right(4)));
        QVERIFY(!text.contains(u"your-key"_s));
        QVERIFY(!text.contains(u"Authorization: Key"_s, Qt::CaseInsensitive));
    }
}

void TestExplainPage::longValuesOpen()
{
    WindowBench bench;
    start(bench);
    openFirst(bench);
    auto *asked = bench.find<ValueText>(u"explain.setting.prompt.asked"_s);
    QVERIFY(asked);
    QTRY_VERIFY(asked->isCut());
    QVERIFY(asked->toPlainText() != asked->value());
    const int before = asked->height();
    QTest::mouseClick(asked->viewport(), Qt::LeftButton);
    QVERIFY(asked->isOpen());
    QCOMPARE(asked->toPlainText(), asked->value());
    QVERIFY(asked->height() > before);
    QTest::keyClick(asked, Qt::Key_Return);
    QVERIFY(asked->isCut());
    asked->selectAll();
    QVERIFY(asked->textCursor().hasSelection());
}

void TestExplainPage::whatRulesLeaveOutIsFolded()
{
    WindowBench bench;
    RoutingRules rules;
    rules.rules = {RoutingRule {.models = u"flux*"_s, .ignore = QStringList {u"replicate"_s}}};
    QVERIFY(bench.routing->write(rules).ok());
    start(bench);
    openFirst(bench);
    QVERIFY(page(bench).explanation()->isOrderOfNow);
    QVERIFY(page(bench).explanation()->leftOut() > 0);
    auto *row = bench.find<QWidget>(u"explain.offer.replicate/flux-2-pro"_s);
    QVERIFY(row);
    QVERIFY(!row->isVisible());
    press(bench, u"explain.leftOut"_s);
    QVERIFY(row->isVisible());
    press(bench, u"explain.leftOut"_s);
    QVERIFY(!row->isVisible());
}

void TestExplainPage::rulesAreChangedInTheSettings()
{
    WindowBench bench;
    start(bench);
    openFirst(bench);
    press(bench, u"explain.rules"_s);
    QCOMPARE(bench.window().page(), u"settings"_s);
    QVERIFY(!page(bench).isVisible());
}

void TestExplainPage::anotherPriceHasItsCause()
{
    WindowBench bench;
    start(bench);
    bench.images.before = [](Generation &generation) {
        generation.cost = generation.estimate + Money::fromMicros(15'000);
        generation.attempts.last().settledByHand = true;
    };
    openFirst(bench);
    QCOMPARE(page(bench).explanation()->price.difference, Money::fromMicros(15'000));
    QVERIFY(bench.text(u"explain.outcome"_s).contains(u"$0.015"_s));
    QVERIFY(bench.find<QWidget>(u"explain.cause"_s)->isVisible());
}

void TestExplainPage::switchesTheGatewayOn()
{
    WindowBench bench;
    bench.settings().set(Setting::GatewayPort, 0);
    start(bench);
    openFirst(bench);
    auto *on = bench.find<QAbstractButton>(u"explain.gateway"_s);
    press(bench, u"explain.gateway"_s);
    QTRY_COMPARE(bench.gateway().state().kind, GatewayState::Kind::Listening);
    QTRY_VERIFY(!on->isVisible());
    const auto *call = bench.find<ValueText>(u"explain.call.text"_s);
    QVERIFY(call->value().contains(bench.gateway().state().url.toString()));
    QVERIFY(bench.settings().toBool(Setting::GatewayEnabled));
}

void TestExplainPage::copiesTheCallInEachLanguage()
{
    WindowBench bench;
    start(bench);
    openFirst(bench);
    const auto *call = bench.find<ValueText>(u"explain.call.text"_s);
    QSet<QString> calls;
    for (const QString &language : {u"curl"_s, u"python"_s, u"javascript"_s}) {
        auto *segment = bench.find<QAbstractButton>(u"explain.language."_s + language);
        QVERIFY2(segment, qPrintable(language));
        bench.find<QScrollArea>(u"explain.scroll"_s)->ensureWidgetVisible(segment);
        QTest::mouseClick(segment, Qt::LeftButton);
        press(bench, u"explain.call.copy"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), call->value());
        QVERIFY(call->value().contains(u"482910"_s));
        QVERIFY(call->value().contains(u"LIGHTWELL_KEY"_s));
        calls.insert(call->value());
    }
    QCOMPARE(calls.size(), 3);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left); // within the choice, not to the neighbour
    QCOMPARE(page(bench).generation(), bench.images.jobs().at(0).id);
}

void TestExplainPage::saysWhatIsNotKept()
{
    WindowBench bench;
    start(bench);
    bench.images.before = [](Generation &generation) { generation.plan.reset(); };
    openFirst(bench);
    QVERIFY(page(bench).explanation()->settings.isEmpty());
    QVERIFY(!bench.find<QWidget>(u"explain.message"_s)->isVisible());
    QVERIFY(bench.find<QWidget>(u"explain.call"_s)->isVisible());
    bench.window().explain(u"gen_of_nobody"_s);
    QTRY_VERIFY(!bench.find<QWidget>(u"explain.scroll"_s)->isVisible());
    QVERIFY(!page(bench).explanation());
    QVERIFY(!bench.find<QWidget>(u"explain.copyText"_s)->isEnabled());
}

void TestExplainPage::anotherPageEndsIt()
{
    WindowBench bench;
    start(bench);
    openFirst(bench);
    press(bench, u"place.compare"_s); // the page it was opened from
    QVERIFY(!page(bench).isVisible());
    QVERIFY(bench.window().compare()->isVisible());
    bench.window().explain(bench.images.jobs().at(0).id);
    QVERIFY(page(bench).isVisible());
    QTest::keyClick(&bench.window(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!page(bench).isVisible());
    QVERIFY(bench.window().page() != u"compare"_s);
}

void TestExplainPage::fitsANarrowWindow()
{
    WindowBench bench;
    start(bench);
    openFirst(bench);
    const auto *left = bench.find<QWidget>(u"explain.left"_s);
    const auto *settings = bench.find<QWidget>(u"explain.settings"_s);
    QTRY_VERIFY(settings->mapTo(&bench.window(), QPoint()).x() > left->mapTo(&bench.window(), QPoint()).x());
    bench.window().resize(860, 600);
    QTRY_COMPARE(settings->mapTo(&bench.window(), QPoint()).x(), left->mapTo(&bench.window(), QPoint()).x());
    QCOMPARE(bench.find<QScrollArea>(u"explain.scroll"_s)->horizontalScrollBar()->maximum(), 0);
}

/// Also to what was built after the page was opened: down the left side, then down the right one.
void TestExplainPage::tabFollowsTheCards()
{
    WindowBench bench;
    start(bench);
    bench.images.before = [](Generation &generation) {
        Attempt &attempt = generation.attempts.first();
        attempt.error = Error();
        attempt.error->httpStatus = 500;
        attempt.error->detail = u"Something went wrong. "_s.repeated(40);
    };
    openFirst(bench);
    QTRY_VERIFY(bench.find<ValueText>(u"explain.attempt.1.answer"_s)->isCut());
    bench.find<QWidget>(u"explain.back"_s)->setFocus();
    QStringList order;
    do {
        order.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (order.size() < 200 && QApplication::focusWidget()->objectName() != u"explain.back"_s);
    qsizetype last = -1;
    for (const QString &name : {u"explain.back"_s, u"explain.next"_s, u"explain.copyText"_s,
                                u"explain.attempt.1.answer"_s, u"explain.rules"_s, u"explain.setting.prompt.asked"_s,
                                u"explain.message.copy"_s, u"explain.language.curl"_s, u"explain.call.text"_s}) {
        const qsizetype at = order.indexOf(name);
        QVERIFY2(at > last, qPrintable(name + u" in "_s + order.join(u", "_s)));
        last = at;
    }
}

void TestExplainPage::everyControlHasItsNames()
{
    WindowBench bench;
    start(bench);
    openFirst(bench);
    int controls = 0;
    const QList<QWidget *> widgets = page(bench).findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!qobject_cast<const QAbstractButton *>(widget) && !qobject_cast<const ValueText *>(widget)) {
            continue;
        }
        ++controls;
        QVERIFY2(!widget->objectName().isEmpty() && !widget->accessibleName().isEmpty(),
                 widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().contains(u'&'), qPrintable(widget->accessibleName()));
    }
    QVERIFY(controls > 15);
}

QTEST_MAIN(TestExplainPage)
#include "test_explainpage.moc"
