// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "core/wording/wording.h"
#include "tests/engine/enginerig.h"
#include "tests/support/blockedfolder.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// A paid picture arrives and the media folder cannot take it.
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePictureIsDeliveredAllTheSame_data()
    {
        QTest::addColumn<bool>("hasSecondPlace");
        QTest::addColumn<bool>("converted");
        QTest::addColumn<int>("n");
        QTest::newRow("second place") << true << false << 1;
        QTest::newRow("second place, converted") << true << true << 1;
        QTest::newRow("memory") << false << false << 1;
        QTest::newRow("memory, converted") << false << true << 1;
        QTest::newRow("memory, several calls") << false << false << 3;
    }
    void thePictureIsDeliveredAllTheSame()
    {
        QFETCH(bool, hasSecondPlace);
        QFETCH(bool, converted);
        QFETCH(int, n);
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        QVERIFY(blockMediaFolder(rig.folder.filePath(u"blocked"_s)));
        *rig.media = MediaStore(rig.folder.filePath(u"blocked"_s),
                                hasSecondPlace ? rig.folder.filePath(u"rescued"_s) : QString());
        EnginePolicy policy;
        policy.embedRecipe = false;
        rig.engine->setPolicy(policy);
        Request request = EngineRig::request();
        request.n = n;
        if (converted) {
            request.format = ImageFormat::Webp;
        }
        const Generation generation = rig.run(request);

        QCOMPARE(generation.status, GenerationStatus::Completed);
        QVERIFY(!generation.pictures.isEmpty());
        const Picture &picture = generation.pictures.first();
        QCOMPARE(picture.format, converted ? ImageFormat::Webp : ImageFormat::Png);
        QCOMPARE(picture.path.isEmpty(), !hasSecondPlace);
        const QByteArray bytes = *MediaStore::bytesOf(picture);
        if (!converted) {
            QCOMPARE(bytes, rig.vendor(u"one"_s).picture);
        }
        QCOMPARE(decodeImage(bytes)->size(), picture.size);

        QVERIFY(generation.error);
        QCOMPARE(generation.error->kind, ErrorKind::Storage);
        QVERIFY2(wording::sentence(*generation.error).contains(u"save it elsewhere"_s),
                 qPrintable(wording::sentence(*generation.error)));
        QCOMPARE(rig.vendor(u"one"_s).billed, n);
        QCOMPARE(rig.usage().total, Money::fromMicros(30'000 * n));
        QCOMPARE(rig.usage().reserved, Money::zero());
        QCOMPARE(rig.ends, 1);
        const std::optional<Generation> kept = await(rig.journal->find(generation.id));
        QVERIFY(kept);
        QCOMPARE(kept->pictures.first().path, picture.path);
        QVERIFY(kept->pictures.first().content.isEmpty()); // pictures do not lie in the database
        QCOMPARE(MediaStore::bytesOf(kept->pictures.first()).ok(), hasSecondPlace);
    }
};

QTEST_MAIN(TestFullDisk)
#include "test_fulldisk.moc"
