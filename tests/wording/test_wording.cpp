// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/namereasons.h"
#include "core/journal/journalreasons.h"
#include "core/planning/checkreasons.h"
#include "core/planning/planreasons.h"
#include "core/secrets/keyreasons.h"
#include "core/wording/table.h"
#include "core/wording/wording.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// The table of sentences: whole, and every sentence says all it was given, by the names of whoever reads.
class TestWording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowIsSound_data();
    void everyRowIsSound();
    void codesAreThereOnce();
    void values_data();
    void values();
    void namesAreThoseOfTheReader();
    void valuesAreNoPatterns();
    void unknownCodesAreNamedWithTheirValues();
    void oneBehindTheOther();
    void billingIsAPropertyOfTheSentence();
    void vendorsWordsAreNotSaidTwice();
    void vendorsAnswers_data();
    void vendorsAnswers();
    void programsReadSentences();
};

namespace {

ReasonValue sample(ReasonValue::Kind kind)
{
    using Kind = ReasonValue::Kind;
    switch (kind) {
    case Kind::Text:
        return u"some words"_s;
    case Kind::Number:
        return qint64(4711);
    case Kind::Size:
        return QSize(1344, 768);
    case Kind::Money:
        return Money::fromMicros(40'000);
    case Kind::Model:
        return reasons::ModelId(u"flux-2"_s);
    case Kind::Provider:
        return reasons::ProviderId(u"fal"_s);
    case Kind::Field:
        return reasons::FieldName(u"aspect_ratio"_s);
    case Kind::Format:
        return ImageFormat::Webp;
    case Kind::Fit:
        return reasons::FitName(u"crop"_s);
    case Kind::List:
        return QStringList {u"one"_s, u"two"_s};
    case Kind::Models:
        return reasons::ModelIds({u"flux-2"_s, u"flux-3"_s});
    case Kind::Providers:
        return reasons::ProviderIds({u"fal"_s, u"replicate"_s});
    case Kind::Bytes:
        return reasons::Bytes(30 * 1024 * 1024);
    case Kind::Reasons:
        return QList<Reason> {Reason::text(u"First."_s), Reason::text(u"Second."_s)};
    }
    return {};
}

QString shownSample(ReasonValue::Kind kind)
{
    return wording::sentence({u"sentences"_s, {ReasonValue(QList<Reason> {{u"text"_s, {sample(kind)}}})}});
}

Names names()
{
    return {[](const QString &id) { return id == "flux-2"_L1 ? u"FLUX.2"_s : QString(); },
            [](const QString &) { return u"fal.ai"_s; }, [](const QString &) { return u"Shape"_s; }};
}

} // namespace

void TestWording::everyRowIsSound_data()
{
    QTest::addColumn<QString>("code");
    for (const wording::Row &row : wording::allRows()) {
        QTest::newRow(row.code) << QString::fromLatin1(row.code);
    }
}

/// Each value has its place, each place a value, and what comes out shows them all.
void TestWording::everyRowIsSound()
{
    QFETCH(QString, code);
    const wording::Row *row = wording::rowOf(code);
    QVERIFY(row && row->context);
    const QString text = QString::fromUtf8(row->text);
    QSet<int> places;
    static const QRegularExpression mark(u"%(\\d+)"_s);
    auto marks = mark.globalMatch(text);
    while (marks.hasNext()) {
        places.insert(marks.next().captured(1).toInt());
    }
    QSet<int> wanted;
    Reason reason {code, {}};
    for (int i = 0; i < row->kinds.size(); ++i) {
        wanted.insert(i + 1);
        reason.values.append(sample(row->kinds.at(i)));
    }
    QCOMPARE(places, wanted);
    const QString sentence = wording::sentence(reason);
    QVERIFY2(!mark.match(sentence).hasMatch(), qPrintable(sentence));
    for (const ReasonValue::Kind kind : row->kinds) {
        QVERIFY2(sentence.contains(shownSample(kind)), qPrintable(sentence));
    }
    QCOMPARE(Reason::fromJson(reason.toJson()), reason);
}

void TestWording::codesAreThereOnce()
{
    QSet<QString> codes;
    for (const wording::Row &row : wording::allRows()) {
        const QString code = QString::fromLatin1(row.code);
        QVERIFY2(!codes.contains(code), row.code);
        codes.insert(code);
    }
    QVERIFY(codes.size() > 50);
}

void TestWording::values_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("sizes and a fit") << reasons::resized(u"flux-2"_s, u"fal"_s, QSize(1344, 768), u"contain"_s,
                                                         QSize(1536, 640))
                                     << u"flux-2 at fal makes 1344 × 768; the picture is then scaled and framed to "
                                        "1536 × 640."_s;
    QTest::newRow("numbers") << reasons::seedNotTaken(9'007'199'254'740'981, u"m"_s, u"fal"_s, 4'294'967'295)
                             << u"m at fal does not take the seed 9007199254740981. Choose a whole number from 0 to "
                                "4294967295."_s;
    QTest::newRow("formats") << reasons::formatAfterWork(ImageFormat::Png, ImageFormat::Avif)
                             << u"The picture comes as PNG, is worked on without loss, and is then saved as AVIF."_s;
    QTest::newRow("a list") << reasons::wordUnknown(u"m"_s, u"p"_s, u"odd"_s, {u"vivid"_s, u"natural"_s})
                            << u"m at p does not know “odd”. It knows: vivid, natural."_s;
    QTest::newRow("a long list") << reasons::wordUnknown(u"m"_s, u"p"_s, u"odd"_s, QStringList(20, u"x"_s))
                                 << u"m at p does not know “odd”. It knows: x, x, x, x, x, x, x, x …."_s;
    QTest::newRow("reasons in it") << reasons::strictRefuses(
        u"m"_s, u"p"_s,
        {reasons::ofField(u"seed"_s, reasons::noSeed(u"m"_s, u"p"_s)),
         reasons::ofField(u"style"_s, reasons::noStyle(u"m"_s, u"p"_s))})
                                   << u"Strict mode is on, and m at p cannot do all of this by itself. seed: m at p "
                                      "takes no seed, so every run looks different. style: m at p has no style "
                                      "setting. Describe the style in the prompt. Change these, or turn strict mode "
                                      "off."_s;
    QTest::newRow("attempts") << reasons::attemptNotSaid(reasons::attemptsAndAt(
        reasons::attemptAt(1, u"fal"_s), 2,
        u"replicate"_s)) << u"Say which attempt is meant. Those that can be settled are: 1 (fal), 2 (replicate)."_s;
    QTest::newRow("of an older journal") << Reason::text(u"It %1 takes none."_s) << u"It %1 takes none."_s;
    QTest::newRow("none") << Reason() << QString();
}

void TestWording::values()
{
    QFETCH(Reason, reason);
    QTEST(wording::sentence(reason), "sentence");
    QTEST(wording::sentence(Reason::fromJson(reason.toJson())), "sentence");
}

void TestWording::namesAreThoseOfTheReader()
{
    const Reason reason = reasons::noSeed(u"flux-2"_s, u"fal"_s);
    QCOMPARE(wording::sentence(reason), u"flux-2 at fal takes no seed, so every run looks different."_s);
    QCOMPARE(wording::sentence(reason, names()), u"FLUX.2 at fal.ai takes no seed, so every run looks different."_s);
    QCOMPARE(wording::sentence(reasons::noPrompt(u"other"_s), names()),
             u"other works on the picture alone and takes no prompt."_s);
    const Reason elsewhere = reasons::modelElsewhere(u"x"_s, u"flux-2"_s, QStringList {u"a"_s, u"b"_s}, u"a/flux-2"_s);
    QCOMPARE(wording::sentence(elsewhere),
             u"“x” does not offer flux-2. It is offered by: a, b. Did you mean a/flux-2?"_s);
    QCOMPARE(wording::sentence(elsewhere, names()),
             u"“fal.ai” does not offer FLUX.2. It is offered by: fal.ai, fal.ai. Did you mean a/flux-2?"_s);
    QCOMPARE(wording::sentence(reasons::strictRefuses(u"flux-2"_s, u"fal"_s,
                                                      {reasons::ofField(u"aspect_ratio"_s, Reason::text(u"No."_s))}),
                               names()),
             u"Strict mode is on, and FLUX.2 at fal.ai cannot do all of this by itself. Shape: No. Change these, or "
             "turn strict mode off."_s);
}

void TestWording::valuesAreNoPatterns()
{
    QCOMPARE(wording::sentence(reasons::wordUnknown(u"%2"_s, u"%3"_s, u"%4 %1"_s, {u"%1"_s})),
             u"%2 at %3 does not know “%4 %1”. It knows: %1."_s);
}

void TestWording::unknownCodesAreNamedWithTheirValues()
{
    const QJsonObject json {{"code"_L1, u"of_tomorrow"_s},
                            {"values"_L1, QJsonArray {u"words"_s, 7, QJsonObject {{"hue"_L1, u"teal"_s}}}}};
    const Reason reason = Reason::fromJson(json);
    QCOMPARE(reason.toJson(), QJsonValue(json)); // nothing of it is lost
    QCOMPARE(wording::sentence(reason), u"The reason is called “of_tomorrow” (words, 7, teal)."_s);
    QCOMPARE(wording::sentence(Reason {u"of_tomorrow"_s, {}}), u"The reason is called “of_tomorrow”."_s);
    // Known, but with other values than today.
    QCOMPARE(wording::sentence(Reason {u"no_seed"_s, {u"m"_s}}), u"The reason is called “no_seed” (m)."_s);
}

void TestWording::oneBehindTheOther()
{
    const Reason first = reasons::promptEmpty();
    const Reason second = Reason::text(u"Then this."_s);
    QCOMPARE(wording::sentence(Reason::both(first, second)),
             u"The prompt is empty. Describe the picture you want. Then this."_s);
    QCOMPARE(Reason::both(first, {}), first);
    QCOMPARE(Reason::both({}, second), second);
    Error error = notSent(ErrorKind::Invalid, first);
    error.message += u" Then this."_s;
    QCOMPARE(wording::sentence(error), u"The prompt is empty. Describe the picture you want. Then this."_s);
    QCOMPARE(wording::sentence(notSent(ErrorKind::Invalid, u"Only this."_s)), u"Only this."_s);
}

void TestWording::billingIsAPropertyOfTheSentence()
{
    QVERIFY(!wording::saysBilling(notSent(ErrorKind::Invalid, reasons::promptEmpty())));
    QVERIFY(!wording::saysBilling(notSent(ErrorKind::Upstream, u"Words of a vendor who was never billed."_s)));
    for (const wording::Row &row : wording::allRows()) {
        Reason reason {QString::fromLatin1(row.code), {}};
        for (const ReasonValue::Kind kind : row.kinds) {
            reason.values.append(sample(kind));
        }
        const bool says = row.bill == wording::Bill::Said;
        QCOMPARE(wording::saysBilling(notSent(ErrorKind::Upstream, reason)), says);
        QCOMPARE(wording::saysBilling(notSent(ErrorKind::Upstream, Reason::both(reasons::promptEmpty(), reason))),
                 says);
    }
}

void TestWording::vendorsWordsAreNotSaidTwice()
{
    Error error = notSent(ErrorKind::Secrets, reasons::keyFileLockedBecause(Reason::text(u"It is sealed."_s)));
    error.detail = u"It is sealed."_s;
    QCOMPARE(wording::detailBeside(error), QString());
    error.setReason(reasons::sentences({reasons::promptEmpty(), error.reason}));
    QCOMPARE(wording::detailBeside(error), QString());
    error.setReason(Reason::text(error.detail));
    QCOMPARE(wording::detailBeside(error), QString());
    error.detail = u"Sealed"_s; // a part of it is not the same
    QCOMPARE(wording::detailBeside(error), error.detail);
    error.detail.clear();
    QCOMPARE(wording::detailBeside(error), QString());
}

void TestWording::vendorsAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("told");
    QTest::newRow("all") << 429 << u"rate_limit"_s << u"slow down"_s << u"429 rate_limit: slow down"_s;
    QTest::newRow("no words") << 503 << u"busy"_s << QString() << u"503 busy"_s;
    QTest::newRow("a status alone") << 500 << QString() << QString() << u"500"_s;
    QTest::newRow("of a job") << 0 << u"Content Moderated"_s << u"no luck"_s << u"Content Moderated: no luck"_s;
    QTest::newRow("words alone") << 0 << QString() << u" no luck\n"_s << u"no luck"_s;
    QTest::newRow("a code of ours") << 0 << u"COST_DOUBTED"_s << QString() << QString();
    QTest::newRow("nothing") << 0 << QString() << QString() << QString();
    QTest::newRow("words that the sentence has") << 400 << u"invalid"_s << u"Too long."_s << u"400 invalid"_s;
}

void TestWording::vendorsAnswers()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const QString, detail);
    Error error;
    error.reason = Reason::text(u"Too long."_s);
    error.httpStatus = status;
    error.code = code;
    error.detail = detail;
    QTEST(wording::vendorAnswer(error), "told");
}

void TestWording::programsReadSentences()
{
    PlannedParameter parameter;
    parameter.name = u"seed"_s;
    parameter.reason = reasons::noSeed(u"m"_s, u"p"_s);
    const QString noSeed = u"m at p takes no seed, so every run looks different."_s;
    QCOMPARE(wording::toldJson(parameter).value("reason"_L1).toString(), noSeed);
    parameter.reason = {};
    QVERIFY(!wording::toldJson(parameter).contains("reason"_L1));
    Attempt attempt;
    attempt.error = notSent(ErrorKind::Invalid, reasons::noSeed(u"m"_s, u"p"_s), u"seed"_s);
    const QJsonObject told = wording::toldJson(attempt).value("error"_L1).toObject();
    QCOMPARE(told.value("message"_L1).toString(), noSeed);
    QCOMPARE(told.value("param"_L1).toString(), u"seed"_s);
    QVERIFY(!told.contains("reason"_L1));
}

QTEST_GUILESS_MAIN(TestWording)
#include "test_wording.moc"
