// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/payloads.h"
#include "core/library/picturebin.h"
#include "core/media/codec.h"
#include "core/media/recipe.h"
#include "core/storage/binfolder.h"
#include "core/wording/wording.h"
#include "tests/engine/enginerig.h"

#include <QDirIterator>
#include <QFile>
#include <QImage>
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

QByteArray png(const QColor &colour)
{
    QImage image(QSize(8, 8), QImage::Format_RGB32);
    image.fill(colour);
    return encodeImage(image, {}).value();
}

/// All that lies in the media folder, whatever it is called.
int filesIn(const EngineRig &rig)
{
    int count = 0;
    QDirIterator all(rig.folder.filePath(u"media"_s), QDir::Files, QDirIterator::Subdirectories);
    for (; all.hasNext(); all.next()) {
        ++count;
    }
    return count;
}

/// As if the program had ended when a generation was written, and nothing behind it: it has a picture of which another
/// version lies there. Yields that one.
Picture leaveEarlierVersion(const EngineRig &rig, const Generation &generation)
{
    const MediaStore noting = rig.media->notingAt(generation.id + u".0.0.0"_s, generation.cost);
    const Picture earlier = noting.write(png(Qt::red), ImageFormat::Png, QSize(8, 8)).value();
    const Picture &picture = generation.pictures.first();
    const Result<Picture> again = noting.write(bytesOf(picture), picture.format, picture.size);
    return again && again->id == picture.id ? earlier : Picture();
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

    void whatWasConvertedGoes_data()
    {
        QTest::addColumn<QColor>("secondColour");
        QTest::addColumn<int>("files");
        QTest::newRow("another picture") << QColor(Qt::yellow) << 2;
        QTest::newRow("the same again") << QColor(Qt::green) << 1;
    }
    void whatWasConvertedGoes()
    {
        QFETCH(const QColor, secondColour);
        QFETCH(const int, files);
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        EnginePolicy policy;
        policy.embedRecipe = false; // so that the same bytes are the same picture
        rig.engine->setPolicy(policy);
        rig.vendor(u"one"_s).pictureScript = {Reply::bytes(png(Qt::green), "image/png"),
                                              Reply::bytes(png(secondColour), "image/png")};
        Request request = EngineRig::request();
        request.format = ImageFormat::Webp;
        request.n = 2;
        const Generation generation = rig.run(request);
        QCOMPARE(generation.pictures.size(), 2);
        QTRY_COMPARE(rig.media->generationsNoted(), QStringList());
        QStringList paths {generation.pictures.first().path, generation.pictures.last().path};
        paths.removeDuplicates();
        paths.sort();
        QCOMPARE(paths.size(), files);
        QCOMPARE(rig.media->files(), paths);
        QCOMPARE(filesIn(rig), files);
    }

    void whatAnotherRequestHasStays()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        EnginePolicy policy;
        policy.embedRecipe = false; // so that the same bytes are the same picture
        rig.engine->setPolicy(policy);
        rig.vendor(u"one"_s).picture = png(Qt::green);
        const Generation plain = rig.run();
        Request request = EngineRig::request();
        request.format = ImageFormat::Webp;
        const Generation converted = rig.run(request);
        QVERIFY(converted.pictures.first().id != plain.pictures.first().id);
        QTRY_COMPARE(rig.media->generationsNoted(), QStringList());
        QCOMPARE(bytesOf(plain.pictures.first()), png(Qt::green));
        QCOMPARE(filesIn(rig), 2);
    }

    /// Whoever has just been given it, and is in no book yet, has it noted down.
    void whatIsArrivingElsewhereStays()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        const Generation generation = rig.run();
        QTRY_COMPARE(rig.media->generationsNoted(), QStringList());
        const Picture earlier = leaveEarlierVersion(rig, generation);
        QVERIFY(rig.media->notingAt(u"gen_other.0.0.0"_s, {}).write(png(Qt::red), ImageFormat::Png, QSize(8, 8)));
        rig.journal->forgetArrivals(*rig.media, generation.id);
        QCOMPARE(rig.media->generationsNoted(), QStringList(u"gen_other"_s));
        QCOMPARE(bytesOf(earlier), png(Qt::red));
    }

    /// The next start goes on wherever the last one ended.
    void whatWasLeftGoesAtTheNextStart_data()
    {
        QTest::addColumn<bool>("isSetAside");
        QTest::newRow("before anything") << false;
        QTest::newRow("in the midst") << true;
    }
    void whatWasLeftGoesAtTheNextStart()
    {
        QFETCH(const bool, isSetAside);
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        const Generation generation = rig.run();
        QTRY_COMPARE(rig.media->generationsNoted(), QStringList());
        const Picture earlier = leaveEarlierVersion(rig, generation);
        QVERIFY(QFile::exists(earlier.path));
        if (isSetAside) {
            QVERIFY(!rig.media->setAside(earlier.id).isEmpty());
            QVERIFY(!QFile::exists(earlier.path));
        }
        rig.engine->resumeUnfinished();
        QTRY_COMPARE(rig.media->generationsNoted(), QStringList());
        QCOMPARE(rig.media->files(), QStringList(generation.pictures.first().path));
        QCOMPARE(filesIn(rig), 1);
    }

    /// Where the books do not have what replaced it, it may be all there is.
    void theOnlyOneInTheBooksStays()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        const MediaStore noting = rig.media->notingAt(u"gen_lost.0.0.0"_s, {});
        const Picture first = noting.write(png(Qt::red), ImageFormat::Png, QSize(8, 8)).value();
        QVERIFY(noting.write(png(Qt::blue), ImageFormat::Png, QSize(8, 8)));
        rig.journal->forgetArrivals(*rig.media, u"gen_lost"_s);
        QCOMPARE(filesIn(rig), 2);
        QCOMPARE(bytesOf(first), png(Qt::red));
    }

    void purgingTakesWhatWasLeft()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        const Generation generation = rig.run();
        QTRY_COMPARE(rig.media->generationsNoted(), QStringList());
        QVERIFY(QFile::exists(leaveEarlierVersion(rig, generation).path));
        const Result<payloads::Purged> purged =
            await(payloads::purge(*rig.store, *rig.media, generation.id, rig.clock.now()));
        QVERIFY(purged);
        QCOMPARE(purged->pictures, 2);
        QCOMPARE(filesIn(rig), 0);
    }

    /// The books were written, and then the program ended.
    void whatAPurgeLeftGoesAtTheNextStart_data()
    {
        QTest::addColumn<bool>("isSetAside");
        QTest::newRow("before anything") << false;
        QTest::newRow("in the midst") << true;
    }
    void whatAPurgeLeftGoesAtTheNextStart()
    {
        QFETCH(const bool, isSetAside);
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        const Generation generation = rig.run();
        QTRY_COMPARE(rig.media->generationsNoted(), QStringList());
        const Picture picture = generation.pictures.first();
        const QByteArray bytes = bytesOf(picture);
        QVERIFY(await(payloads::purge(*rig.store, *rig.media, generation.id, rig.clock.now())));
        QCOMPARE(filesIn(rig), 0);
        QVERIFY(rig.media->write(bytes, picture.format, picture.size)); // as if it had never gone
        if (isSetAside) {
            QVERIFY(!rig.media->setAside(picture.id).isEmpty());
        }
        QCOMPARE(filesIn(rig), 1);
        const BinFolder bin(rig.folder.filePath(u"media"_s));
        QVERIFY(picturebin::tidy({*rig.store, *rig.media, bin}, rig.clock.now()));
        QCOMPARE(filesIn(rig), 0);
    }

    void whatAnotherRequestGotMeanwhileComesBack()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        EnginePolicy policy;
        policy.embedRecipe = false; // so that the same bytes are the same picture
        rig.engine->setPolicy(policy);
        rig.vendor(u"one"_s).picture = png(Qt::green);
        const Generation first = rig.run();
        QTRY_COMPARE(rig.media->generationsNoted(), QStringList());
        QVERIFY(await(payloads::purge(*rig.store, *rig.media, first.id, rig.clock.now())));
        const Generation second = rig.run();
        QTRY_COMPARE(rig.media->generationsNoted(), QStringList());
        QVERIFY(!rig.media->setAside(second.pictures.first().id).isEmpty()); // and there the purge was ended
        QCOMPARE(*rig.media->read(second.pictures.first().id), png(Qt::green));
        QCOMPARE(bytesOf(second.pictures.first()), png(Qt::green));
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
