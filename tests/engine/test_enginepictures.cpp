// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "core/media/recipe.h"
#include "core/wording/wording.h"
#include "tests/engine/enginerig.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const Picture &picture)
{
    QFile file(picture.path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The pictures of a generation: how many, and what becomes of each.
class TestEnginePictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyPicturesBecomeParallelCalls()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        Request request = EngineRig::request();
        request.n = 4;
        const Generation generation = rig.run(request);
        QCOMPARE(generation.pictures.size(), 4);
        QCOMPARE(rig.vendor(u"one"_s).billed, 4);
        QCOMPARE(generation.cost, Money::fromMicros(120'000));
    }

    void someOfManyMayFail()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        rig.vendor(u"one"_s).submitScript = {Reply::json({}, 400)};
        Request request = EngineRig::request();
        request.n = 3;
        const Generation generation = rig.run(request);
        QCOMPARE(generation.status, GenerationStatus::Completed);
        QCOMPARE(generation.pictures.size(), 2);
        QVERIFY(generation.error);
        QVERIFY(wording::sentence(*generation.error).contains(u"2 of 3"_s));
        QCOMPARE(generation.cost, Money::fromMicros(60'000));
        QCOMPARE(rig.usage().total, Money::fromMicros(60'000));
    }

    void refusedBesideBilledIsNotForgotten()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000), toyOffer(u"toy"_s, u"two"_s, 40'000)});
        rig.vendor(u"one"_s).atOnce = true;
        rig.vendor(u"one"_s).submitScript = {Reply::json({}, 429)};
        rig.vendor(u"one"_s).pictureScript = std::deque<Reply>(1000, Reply::json({}, 404));
        EnginePolicy policy;
        policy.patience.firstPause = std::chrono::milliseconds(5);
        policy.patience.gone = std::chrono::milliseconds(50);
        rig.engine->setPolicy(policy);
        Request request = EngineRig::request();
        request.n = 2;
        const Generation generation = rig.run(request);
        QCOMPARE(generation.status, GenerationStatus::Failed);
        QCOMPARE(generation.cost, Money::fromMicros(30'000));
        QCOMPARE(rig.usage().total, Money::fromMicros(30'000));
        QCOMPARE(rig.vendor(u"two"_s).billed, 0); // somebody has been paid already
    }

    void whatIsNoPictureIsKeptAllTheSame()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        rig.vendor(u"one"_s).picture = "a format of tomorrow";
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Failed);
        QCOMPARE(generation.cost, Money::fromMicros(30'000));
        const QString said = wording::sentence(*generation.error);
        QFile file(said.sliced(said.lastIndexOf(u" /"_s) + 1).chopped(1));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(said));
        QCOMPARE(file.readAll(), "a format of tomorrow"_ba);
    }

    /// Whoever can read it may have a look: it may be billed.
    void anAnswerNobodyCanReadIsKept()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        rig.vendor(u"one"_s).afterAccepting = [] { return Reply::json({{"riddle"_L1, u"a boat"_s}}); };
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Unknown);
        QCOMPARE(generation.error->billing, Billing::MayBeBilled);
        const QString said = wording::sentence(*generation.error);
        QFile file(said.sliced(said.lastIndexOf(u" /"_s) + 1).chopped(1));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(said));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(), (QJsonObject {{"riddle"_L1, u"a boat"_s}}));
    }

    void fewerPicturesThanAskedAreTold()
    {
        Offer offer = toyOffer(u"toy"_s, u"one"_s, 30'000, 4);
        offer.fields.insert(u"n"_s, u"n"_s);
        EngineRig rig({offer});
        Request request = EngineRig::request();
        request.n = 4; // in one call, and the toy vendor makes one
        const Generation generation = rig.run(request);
        QCOMPARE(generation.status, GenerationStatus::Completed);
        QCOMPARE(generation.pictures.size(), 1);
        QVERIFY(generation.error);
        QVERIFY(wording::sentence(*generation.error).contains(u"1 of 4"_s));
        QCOMPARE(rig.usage().total, Money::fromMicros(30'000));
        const std::optional<Recipe> recipe = readRecipe(bytesOf(generation.pictures.first()));
        QVERIFY(recipe);
        QCOMPARE(recipe->cost, Money::fromMicros(30'000)); // what the ledger has
    }

    void convertsAsPlannedAndEmbedsTheRecipe()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        Request request = EngineRig::request();
        request.format = ImageFormat::Webp;
        request.size.pixels = QSize(32, 32);
        request.fit = Fit::Crop;
        const Generation generation = rig.run(request);
        QCOMPARE(generation.pictures.first().format, ImageFormat::Webp);
        QCOMPARE(generation.pictures.first().size, QSize(32, 32));
        const QByteArray bytes = bytesOf(generation.pictures.first());
        QCOMPARE(decodeImage(bytes)->size(), QSize(32, 32));
        const std::optional<Recipe> recipe = readRecipe(bytes);
        QVERIFY(recipe);
        QCOMPARE(recipe->prompt, u"a paper boat"_s);
        QCOMPARE(recipe->provider, u"one"_s);
        QCOMPARE(recipe->size, QSize(32, 32));
    }

    void recipeStaysOutIfTheUserWantsNone()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        EnginePolicy policy;
        policy.embedRecipe = false;
        rig.engine->setPolicy(policy);
        const QByteArray bytes = bytesOf(rig.run().pictures.first());
        QCOMPARE(bytes, rig.vendor(u"one"_s).picture); // to the byte what the vendor sent
        QVERIFY(!bytes.contains("paper boat"));
    }

    void hostileAnswerIsNoPicture()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        EnginePolicy policy;
        policy.patience.total =
            std::chrono::seconds(1); // a page instead of the picture is asked again until time is up
        policy.patience.fetch = std::chrono::milliseconds(300);
        rig.engine->setPolicy(policy);
        rig.vendor(u"one"_s).picture = "<html>not a picture</html>";
        const Generation generation = rig.run();
        QCOMPARE(generation.status, GenerationStatus::Failed);
        QCOMPARE(generation.error->kind, ErrorKind::Upstream);
        QCOMPARE(generation.error->billing, Billing::Billed);
        QCOMPARE(rig.usage().total, Money::fromMicros(30'000));
    }
};

QTEST_MAIN(TestEnginePictures)
#include "test_enginepictures.moc"
