// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/vendorreasons.h"
#include "core/engine/callreasons.h"
#include "core/ledger/budgetreasons.h"
#include "core/planning/planreasons.h"
#include "core/wording/wording.h"
#include "ui/compare/emulationtext.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/spokennames.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// What a cell says of its picture, or of why there is none.
class TestCellTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void failures_data();
    void failures();
    void billingIsToldOnce_data();
    void billingIsToldOnce();
    void aJobIsAskedForBeforeAnythingIsPaidAgain();
    void emulation_data();
    void emulation();
    void whatThePlanMisses_data();
    void whatThePlanMisses();
    void aQuestionedBillIsMarked();
    void changedPrompts_data();
    void changedPrompts();
    void reportsAndFailuresSayNames();
    void unknownPricesAreSettledByTheButton();
    void formatsAreCalledByTheirLabels();
    void onlyAnotherPictureWarns_data();
    void onlyAnotherPictureWarns();
    void theWorstIsToldFirst();
};

namespace {

Names spoken()
{
    return spokenNames(u"FLUX.2"_s, [](const QString &id) { return id == "fal"_L1 ? u"fal.ai"_s : id; });
}

Money cents(double value)
{
    return Money::fromDollars(value / 100);
}

} // namespace

void TestCellTexts::failures_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<CompareCell::State>("state");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("bill");
    QTest::addColumn<FailureText::Step>("step");
    using State = CompareCell::State;
    using Step = FailureText::Step;
    QTest::newRow("no key") << ErrorKind::NoKey << Billing::NotBilled << State::Failed << u"fal.ai needs a key"_s
                            << u"Nothing was billed."_s << Step::AddKey;
    QTest::newRow("bad key") << ErrorKind::Auth << Billing::NotBilled << State::Failed << u"fal.ai refused the key"_s
                             << u"Nothing was billed."_s << Step::ReplaceKey;
    QTest::newRow("busy") << ErrorKind::Overloaded << Billing::NotBilled << State::Failed << u"fal.ai is busy"_s
                          << u"Nothing was billed."_s << Step::Retry;
    QTest::newRow("an empty account") << ErrorKind::Funds << Billing::NotBilled << State::Failed
                                      << u"The account at fal.ai is empty"_s << u"Nothing was billed."_s
                                      << Step::OpenAccount;
    QTest::newRow("too many") << ErrorKind::RateLimit << Billing::NotBilled << State::Failed
                              << u"Too many calls for fal.ai"_s << u"Nothing was billed."_s << Step::Retry;
    QTest::newRow("content") << ErrorKind::ContentPolicy << Billing::Billed << State::Failed
                             << u"Refused by content rules"_s << u"It was billed: $0.050."_s << Step::EditPrompt;
    QTest::newRow("words refused for free")
        << ErrorKind::ContentPolicy << Billing::NotBilled << State::Failed << u"Refused by content rules"_s
        << u"Nothing was billed."_s << Step::EditPrompt;
    QTest::newRow("a wrong wish") << ErrorKind::Invalid << Billing::NotBilled << State::Failed
                                  << u"The request was refused"_s << u"Nothing was billed."_s << Step::EditPrompt;
    QTest::newRow("unread key") << ErrorKind::Secrets << Billing::NotBilled << State::Failed
                                << u"The key could not be read"_s << u"Nothing was billed."_s << Step::Retry;
    QTest::newRow("gone") << ErrorKind::NotFound << Billing::NotBilled << State::Failed << u"Not found"_s
                          << u"Nothing was billed."_s << Step::RemoveModel;
    QTest::newRow("stopped late") << ErrorKind::Cancelled << Billing::MayBeBilled << State::Cancelled
                                  << u"Cancelled, may be billed"_s << u"A retry may be billed again."_s
                                  << Step::RetryMayBillTwice;
    QTest::newRow("lost") << ErrorKind::Network << Billing::MayBeBilled << State::Unknown << u"Outcome unknown"_s
                          << u"It may have been billed. A retry may be billed again."_s << Step::RetryMayBillTwice;
    QTest::newRow("unknown price") << ErrorKind::Budget << Billing::NotBilled << State::Failed
                                   << u"Stopped by your budget"_s << u"Nothing was billed."_s << Step::OpenSettings;
    QTest::newRow("stopped early") << ErrorKind::Cancelled << Billing::NotBilled << State::Cancelled << u"Cancelled"_s
                                   << u"Nothing was billed."_s << Step::Retry;
}

void TestCellTexts::aJobIsAskedForBeforeAnythingIsPaidAgain()
{
    CompareCell cell;
    cell.state = CompareCell::State::Unknown;
    Generation outcome;
    outcome.error = Error();
    Attempt attempt;
    attempt.hasJob = true;
    outcome.attempts = {attempt};
    cell.outcome = outcome;
    const FailureText text = failureText(cell, u"fal"_s, spoken());
    QCOMPARE(text.first.step, FailureText::Step::AskAgain);
    QVERIFY(text.billing.contains(u"costs nothing"_s));
}

void TestCellTexts::failures()
{
    QFETCH(ErrorKind, kind);
    QFETCH(Billing, billing);
    QFETCH(CompareCell::State, state);
    CompareCell cell;
    cell.state = state;
    Generation outcome;
    Error error;
    error.kind = kind;
    error.billing = billing;
    error.message = u"What happened."_s;
    outcome.error = error;
    error.detail = u"err-17"_s;
    outcome.error = error;
    outcome.plan = Plan();
    outcome.cost = cents(5);
    cell.outcome = outcome;
    const FailureText text = failureText(cell, u"fal"_s, spoken());
    QTEST(text.title, "title");
    QTEST(text.billing, "bill");
    using Step = FailureText::Step;
    QFETCH(Step, step);
    QCOMPARE(text.first.step, step);
    QCOMPARE(text.first.text.isEmpty(), text.first.step == FailureText::Step::None);
    QCOMPARE(text.isBusy, kind == ErrorKind::RateLimit || kind == ErrorKind::Overloaded);
    if (step == Step::Retry) {
        QCOMPARE(text.first.text, state == CompareCell::State::Cancelled ? u"Run again"_s : u"Retry"_s);
    }
    QCOMPARE(text.detail, u"In the words of fal.ai: err-17"_s);
    const Step whereLocked = failureText(cell, u"fal"_s, spoken(), {.isAnyLocked = true}).first.step;
    QCOMPARE(whereLocked, kind == ErrorKind::Secrets ? Step::Unlock : step);
    const Step withNewKey = failureText(cell, u"fal"_s, spoken(), {.hasNewKey = true}).first.step;
    const bool isForKey = step == Step::AddKey || step == Step::ReplaceKey || step == Step::OpenAccount;
    QCOMPARE(withNewKey, isForKey ? Step::Retry : step);
}

void TestCellTexts::emulation_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QSize>("made");
    QTest::addColumn<QString>("mark");
    QTest::newRow("as asked") << u"1024x1024"_s << QSize(1024, 1024) << QString();
    QTest::newRow("other pixels") << u"1536x640"_s << QSize(1344, 576) << u"1344 × 576, not 1536 × 640"_s;
    QTest::newRow("ratio kept") << u"16:9"_s << QSize(1344, 756) << QString();
    QTest::newRow("ratio rounded to eights") << u"16:9"_s << QSize(1360, 768) << QString();
    QTest::newRow("other ratio") << u"16:9"_s << QSize(1536, 1024) << u"3:2, not 16:9"_s;
    QTest::newRow("upright") << u"9:16"_s << QSize(1024, 1536) << u"2:3, not 9:16"_s;
    QTest::newRow("resolution kept") << u"16:9 4K"_s << QSize(3840, 2160) << QString();
    QTest::newRow("other resolution") << u"16:9 4K"_s << QSize(1360, 768) << u"1360 × 768, not 4K"_s;
    QTest::newRow("resolution alone") << u"2K"_s << QSize(1024, 1024) << u"1024 × 1024, not 2K"_s;
}

void TestCellTexts::emulation()
{
    QFETCH(QString, asked);
    QFETCH(QSize, made);
    Generation generation;
    generation.request.size.pixels = sizeFromString(asked);
    for (const QString &part : asked.split(u' ')) {
        if (const auto ratio = AspectRatio::parse(part)) {
            generation.request.size.ratio = ratio;
        } else {
            generation.request.size.tier = tierFromName(part);
        }
    }
    Picture picture;
    picture.size = made;
    generation.pictures.append(picture);
    QTEST(emulationText(generation).mark, "mark");
}

void TestCellTexts::whatThePlanMisses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Treatment>("treatment");
    QTest::addColumn<bool>("missed");
    QTest::addColumn<QSize>("made");
    QTest::addColumn<QString>("mark");
    const QString changed = u"1344 × 768, not 4K"_s;
    QTest::newRow("vendor's steps of pixels")
        << u"aspect_ratio"_s << Treatment::Converted << false << QSize(1344, 768) << QString();
    QTest::newRow("another shape") << u"aspect_ratio"_s << Treatment::Converted << true << QSize(1344, 768)
                                   << u"1344 × 768, not 16:9"_s;
    QTest::newRow("another resolution") << u"resolution"_s << Treatment::Converted << true << QSize(1344, 768)
                                        << changed;
    QTest::newRow("no choice of it") << u"resolution"_s << Treatment::Dropped << false << QSize(1344, 768) << changed;
    QTest::newRow("not as planned") << u"resolution"_s << Treatment::Passed << false << QSize(680, 384)
                                    << u"680 × 384, not 4K"_s;
    QTest::newRow("size not told") << u"resolution"_s << Treatment::Converted << true << QSize()
                                   << u"Resolution changed"_s;
    QTest::newRow("left out") << u"seed"_s << Treatment::Dropped << false << QSize(1344, 768) << u"Seed left out"_s;
}

/// What the plan knows counts where the picture is as planned; else its pixels do.
void TestCellTexts::whatThePlanMisses()
{
    QFETCH(QString, name);
    QFETCH(Treatment, treatment);
    QFETCH(bool, missed);
    QFETCH(QSize, made);
    Generation generation;
    generation.request.size.ratio = AspectRatio {16, 9};
    generation.request.size.tier = ResolutionTier::FourK;
    generation.plan = Plan();
    generation.plan->size.expected = QSize(1344, 768);
    QList<PlannedParameter> &parameters = generation.plan->parameters;
    for (const QString &kept : {u"aspect_ratio"_s, u"resolution"_s, name}) {
        PlannedParameter parameter;
        parameter.name = kept;
        parameter.treatment = kept == name ? treatment : Treatment::Passed;
        parameter.missed = kept == name && missed;
        parameters.removeIf([&kept](const PlannedParameter &other) { return other.name == kept; });
        parameters.append(parameter);
    }
    Picture picture;
    picture.size = made;
    generation.pictures.append(picture);
    QTEST(emulationText(generation).mark, "mark");
}

void TestCellTexts::aQuestionedBillIsMarked()
{
    Generation generation;
    generation.id = u"gen_1"_s;
    generation.cost = cents(90);
    generation.estimate = cents(4);
    generation.error = Error();
    generation.error->code = QString::fromLatin1(costQuestionedCode);
    generation.error->reason = reasons::costFarBeyond(cents(90), cents(4));
    Attempt attempt;
    attempt.cost = cents(90);
    attempt.doubtedCost = cents(90);
    generation.attempts = {attempt};
    const EmulationText text = emulationText(generation, spoken());
    QCOMPARE(text.mark, u"Billed $0.900, about $0.040 was expected. Look it up…"_s);
    QVERIFY(text.report.join(u'|').contains(u"requests settle gen_1 --cost"_s));
    generation.attempts.first().settledByHand = true;
    QVERIFY(!emulationText(generation, spoken()).report.join(u'|').contains(u"requests settle"_s));
}

void TestCellTexts::billingIsToldOnce_data()
{
    QTest::addColumn<Billing>("billing");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<Money>("cost");
    QTest::addColumn<QString>("bill");
    const QString vendor = u"fal.ai"_s;
    QTest::newRow("lost, said") << Billing::MayBeBilled << reasons::lostAfterSending(vendor) << Money::unknown()
                                << u"A retry may be billed again."_s;
    QTest::newRow("lost, not said") << Billing::MayBeBilled << reasons::sentAlready() << Money::unknown()
                                    << u"It may have been billed. A retry may be billed again."_s;
    QTest::newRow("said within another") << Billing::MayBeBilled
                                         << reasons::fewerThanAskedBecause(1, 2, reasons::outOfTime(vendor))
                                         << Money::unknown() << u"A retry may be billed again."_s;
    QTest::newRow("for free, said") << Billing::NotBilled << reasons::notReachedInTime(vendor) << Money::zero()
                                    << QString();
    QTest::newRow("for free, not said") << Billing::NotBilled << reasons::tooBusy(vendor) << Money::zero()
                                        << u"Nothing was billed."_s;
    QTest::newRow("billed, the sum is news") << Billing::Billed << reasons::pictureNotFetched(vendor) << cents(4)
                                             << u"It was billed: $0.040. A retry may be billed again."_s;
    QTest::newRow("billed, no sum") << Billing::Billed << reasons::pictureNotFetched(vendor) << Money::unknown()
                                    << u"A retry may be billed again."_s;
    QTest::newRow("a text, whatever it says") << Billing::NotBilled << Reason::text(u"Nothing was billed here."_s)
                                              << Money::zero() << u"Nothing was billed."_s;
}

void TestCellTexts::billingIsToldOnce()
{
    QFETCH(Billing, billing);
    QFETCH(Reason, reason);
    QFETCH(Money, cost);
    CompareCell cell;
    cell.state = billing == Billing::MayBeBilled ? CompareCell::State::Unknown : CompareCell::State::Failed;
    cell.outcome = Generation();
    cell.outcome->cost = cost;
    cell.outcome->error = Error();
    cell.outcome->error->billing = billing;
    cell.outcome->error->reason = reason;
    const FailureText text = failureText(cell, u"fal"_s, spoken());
    QCOMPARE(text.what, wording::sentence(reason));
    QTEST(text.billing, "bill");
}

void TestCellTexts::changedPrompts_data()
{
    QTest::addColumn<QString>("revised");
    QTest::addColumn<QSize>("made");
    QTest::addColumn<QString>("mark");
    QTest::addColumn<bool>("calm");
    QTest::addColumn<bool>("shown");
    QTest::newRow("none") << QString() << QSize(64, 64) << QString() << false << false;
    QTest::newRow("the same") << u" a  fox\n"_s << QSize(64, 64) << QString() << false << false;
    QTest::newRow("other words") << u"A red fox in snow"_s << QSize(64, 64) << u"prompt changed"_s << true << true;
    QTest::newRow("and another size") << u"A red fox in snow"_s << QSize(64, 32) << u"64 × 32, not 64 × 64"_s << false
                                      << true;
}

void TestCellTexts::changedPrompts()
{
    QFETCH(QString, revised);
    QFETCH(QSize, made);
    QFETCH(bool, shown);
    Generation generation;
    generation.request.prompt = u"a fox"_s;
    generation.request.size.pixels = QSize(64, 64);
    Picture picture;
    picture.size = made;
    picture.revisedPrompt = revised;
    generation.pictures.append(picture);
    generation.plan = Plan();
    generation.plan->offer.provider = u"openai"_s;
    const EmulationText text =
        emulationText(generation, spokenNames(u"A model"_s, [](const QString &) { return u"OpenAI"_s; }));
    QTEST(text.mark, "mark");
    QTEST(text.calm, "calm");
    QCOMPARE(text.prompt, shown ? revised : QString());
    QCOMPARE(text.promptTitle, shown ? u"The prompt as OpenAI used it"_s : QString());
    QCOMPARE(text.whole().contains(u"The prompt as OpenAI used it: A red fox in snow"_s), shown);
}

void TestCellTexts::reportsAndFailuresSayNames()
{
    CompareCell cell;
    cell.outcome = Generation();
    Plan plan;
    plan.offer.model = u"flux-2"_s;
    plan.offer.provider = u"fal"_s;
    plan.parameters.append({u"seed"_s, Treatment::Dropped, {}, 7, {}, reasons::noSeed(u"flux-2"_s, u"fal"_s)});
    cell.outcome->plan = plan;
    const Names names = spoken();
    QCOMPARE(emulationText(*cell.outcome, names).report,
             QStringList {u"Seed: 7 asked, left out. FLUX.2 at fal.ai takes no seed, so every run looks different."_s});
    cell.outcome->id = u"gen_1"_s;
    cell.outcome->error = Error();
    cell.outcome->error->message = u"By the vendor's figures this cost $30,000,000."_s;
    cell.outcome->attempts.append(Attempt());
    QCOMPARE(emulationText(*cell.outcome, names).mark, u"Not all went well"_s);
    cell.outcome->attempts.first().doubtedCost = Money::fromMicros(30'000'000'000'000);
    const EmulationText doubted = emulationText(*cell.outcome, names);
    QCOMPARE(doubted.mark, u"Look up the cost"_s);
    QVERIFY2(doubted.report.join(u'|').contains(u"requests settle gen_1 --cost"_s),
             qPrintable(doubted.report.join(u'|')));
    cell.outcome->cost = Money::fromMicros(40'000); // somebody did
    QVERIFY(!emulationText(*cell.outcome, names).report.join(u'|').contains(u"requests settle"_s));
    const Reason budget = reasons::budgetOfProvider(reasons::budgetOfAMonth(Money::fromDollars(5)), u"fal"_s);
    cell.outcome->error = notSent(ErrorKind::Budget, reasons::budgetUsedUp(budget));
    QCOMPARE(failureText(cell, u"fal"_s, names).what,
             u"Nothing is left of the budget of $5.00 a month for the provider fal.ai. "
             "In a terminal, “lightwell-cli budget set” raises it."_s);
}

void TestCellTexts::unknownPricesAreSettledByTheButton()
{
    const Reason why = reasons::priceUnknownUnderBudget(reasons::budgetOfAMonth(Money::fromDollars(5)));
    CompareCell cell;
    cell.state = CompareCell::State::Failed;
    cell.outcome = Generation();
    cell.outcome->plan = Plan();
    cell.outcome->error = notSent(ErrorKind::Budget, why);
    const FailureText text = failureText(cell, u"fal"_s, spoken());
    QCOMPARE(text.first.step, FailureText::Step::OpenSettings);
    QVERIFY2(!text.what.contains(u"settings.ini"_s), qPrintable(text.what));
    QVERIFY(wording::sentence(why).contains(u"settings.ini"_s)); // where there is no button
}

void TestCellTexts::formatsAreCalledByTheirLabels()
{
    Generation generation;
    generation.plan = Plan();
    PlannedParameter format;
    format.name = u"output_format"_s;
    format.treatment = Treatment::Converted;
    format.asked = u"webp"_s;
    format.sent = u"png"_s;
    PlannedParameter style = format; // the same words mean something else there
    style.name = u"style"_s;
    generation.plan->parameters = {format, style};
    QCOMPARE(emulationText(generation, spoken()).report,
             QStringList({u"Format: WebP asked, PNG sent"_s, u"Style: webp asked, png sent"_s}));
}

void TestCellTexts::onlyAnotherPictureWarns_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Treatment>("treatment");
    QTest::addColumn<bool>("missed");
    QTest::addColumn<QString>("mark");
    QTest::addColumn<bool>("calm");
    QTest::newRow("another file") << u"output_format"_s << Treatment::Emulated << false << u"converted to WebP"_s
                                  << true;
    QTest::newRow("cropped") << u"size"_s << Treatment::Emulated << false << u"cropped from 3:2"_s << true;
    QTest::newRow("written otherwise") << u"quality"_s << Treatment::Converted << false << QString() << false;
    QTest::newRow("done here") << u"n"_s << Treatment::Emulated << false << u"Number by Lightwell"_s << true;
    QTest::newRow("no seed") << u"seed"_s << Treatment::Dropped << false << u"Seed left out"_s << false;
    QTest::newRow("no negative prompt") << u"negative_prompt"_s << Treatment::Dropped << false
                                        << u"Negative prompt left out"_s << false;
    QTest::newRow("another quality") << u"quality"_s << Treatment::Converted << true << u"Quality changed"_s << false;
    QTest::newRow("unread") << u"style"_s << Treatment::Passed << true << u"Style sent unread"_s << false;
    QTest::newRow("nobody sees it") << u"user"_s << Treatment::Dropped << false << u"User left out"_s << true;
}

void TestCellTexts::onlyAnotherPictureWarns()
{
    QFETCH(QString, name);
    QFETCH(Treatment, treatment);
    QFETCH(bool, missed);
    Generation generation;
    generation.request.size.pixels = QSize(1440, 1000);
    generation.plan = Plan();
    generation.plan->size.expected = QSize(1536, 1024);
    generation.plan->output.exactSize = QSize(1440, 1000);
    generation.plan->output.fit = Fit::Crop;
    PlannedParameter parameter;
    parameter.name = name;
    parameter.treatment = treatment;
    parameter.missed = missed;
    parameter.asked = u"webp"_s;
    generation.plan->parameters = {parameter};
    Picture picture;
    picture.size = QSize(1440, 1000);
    generation.pictures.append(picture);
    const EmulationText text = emulationText(generation);
    QTEST(text.mark, "mark");
    QTEST(text.calm, "calm");
}

/// What is missed hides what is harmless, and more of a kind are counted.
void TestCellTexts::theWorstIsToldFirst()
{
    Generation generation;
    generation.plan = Plan();
    const auto add = [&generation](const QString &name, Treatment treatment, const Reason &reason = {}) {
        PlannedParameter parameter;
        parameter.name = name;
        parameter.treatment = treatment;
        parameter.asked = u"webp"_s;
        parameter.reason = reason;
        generation.plan->parameters.append(parameter);
    };
    add(u"output_format"_s, Treatment::Emulated);
    add(u"output_compression"_s, Treatment::Emulated); // goes with it
    QCOMPARE(emulationText(generation).mark, u"converted to WebP"_s);
    add(u"n"_s, Treatment::Emulated);
    QCOMPARE(emulationText(generation).mark, u"converted to WebP + 1 more"_s);
    QCOMPARE(emulationText(generation).brief, u"converted to WebP"_s);
    add(u"seed"_s, Treatment::Dropped);
    QCOMPARE(emulationText(generation).mark, u"Seed left out"_s);
    QVERIFY(!emulationText(generation).calm);
    // And a report says each thing once.
    const auto before = emulationText(generation).report.size();
    const Reason why = reasons::noSeed(u"flux-2"_s, u"fal"_s);
    add(u"size"_s, Treatment::Emulated, why);
    add(u"fit"_s, Treatment::Emulated, why);
    const EmulationText text = emulationText(generation);
    QCOMPARE(text.report.size(), before + 1);
    QVERIFY(!text.whole().contains(text.mark));
}

QTEST_GUILESS_MAIN(TestCellTexts)
#include "test_celltexts.moc"
