// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/finishpicture.h"
#include "core/media/codec.h"
#include "tests/media/sampleprofile.h"
#include "tests/support/testpictures.h"

#include <QColorSpace>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// What a picture keeps on its way from the vendor to the disk.
class TestFinishPicture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void profileIsKept_data();
    void profileIsKept();
};

void TestFinishPicture::profileIsKept_data()
{
    QTest::addColumn<PlannedOutput>("output");
    PlannedOutput output;
    QTest::newRow("as it comes") << output;
    output.format = ImageFormat::Webp;
    QTest::newRow("another format") << output;
    output.exactSize = QSize(40, 40);
    output.fit = Fit::Contain;
    QTest::newRow("on a ground") << output;
    output.format.reset();
    output.fit = Fit::Crop;
    QTest::newRow("cut") << output;
}

void TestFinishPicture::profileIsKept()
{
    QFETCH(PlannedOutput, output);
    const QByteArray profile = test::SampleProfile::table();
    QTemporaryDir folder;
    const MediaStore media(folder.path());
    FinishOrder order;
    EncodeOptions options;
    options.profile = profile;
    order.image.bytes = *encodeImage(test::cloudPicture({64, 48}), options);
    order.output = output;
    order.recipe = Recipe();
    order.recipe->prompt = u"a boat"_s;
    const Result<FinishedPicture> finished = finishPicture(order, media);
    QVERIFY(finished.ok());
    QVERIFY(!finished->complaint);
    QCOMPARE(finished->picture.size, output.exactSize.value_or(QSize(64, 48)));
    QFile file(finished->picture.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const QByteArray unread = unreadProfile(bytes);
    // Newer versions of Qt understand this one, and keep its bytes in the colour space.
    QCOMPARE(unread.isEmpty() ? decodeImage(bytes)->colorSpace().iccProfile() : unread, profile);
}

QTEST_GUILESS_MAIN(TestFinishPicture)
#include "test_finishpicture.moc"
