// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures in answers: previews that leave room for all of them, and what a report says.
#include "core/mcp/answer.h"
#include "core/mcp/preview.h"
#include "core/mcp/schemacheck.h"
#include "core/mcp/tools.h"
#include "core/media/codec.h"
#include "tests/support/testpictures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace lightwell;
using namespace lightwell::mcp;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// What no encoder makes small.
QImage noise(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator chance(7);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            line[x] = 0xff000000U | chance.generate();
        }
    }
    return image;
}

QByteArray png(const QImage &image)
{
    const Result<QByteArray> bytes = encodeImage(image, EncodeOptions());
    return bytes ? *bytes : QByteArray();
}

Generation made(const QByteArray &content, int count)
{
    Generation generation;
    generation.id = u"gen_1"_s;
    generation.request.model = u"toy"_s;
    generation.status = GenerationStatus::Completed;
    generation.cost = Money::fromMicros(30'000);
    for (int i = 0; i < count; ++i) {
        Picture picture;
        picture.id = u"a"_s;
        picture.size = {1024, 1024};
        picture.content = content;
        picture.bytes = content.size();
        generation.pictures.append(picture);
    }
    return generation;
}

QString nowhere(const Picture &)
{
    return {};
}

qsizetype length(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).size();
}

} // namespace

class TestMcpAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewsFit_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::addColumn<qsizetype>("most");
        QTest::addColumn<int>("format"); // -1: there is none
        QTest::addColumn<int>("longest"); // side
        QTest::newRow("a photograph") << png(cloudPicture({1536, 1024})) << qsizetype(400'000) << int(ImageFormat::Jpeg)
                                      << 1024;
        QTest::newRow("a small one") << png(posterPicture({64, 48})) << qsizetype(400'000) << int(ImageFormat::Jpeg)
                                     << 64;
        QTest::newRow("transparent") << png(discPicture({512, 512})) << qsizetype(400'000) << int(ImageFormat::Webp)
                                     << 512;
        QTest::newRow("little room") << png(noise({512, 512})) << qsizetype(30'000) << int(ImageFormat::Jpeg) << 400;
        QTest::newRow("no room") << png(noise({256, 256})) << qsizetype(100) << -1 << 0;
        QTest::newRow("no picture") << "hello"_ba << qsizetype(400'000) << -1 << 0;
    }
    void previewsFit()
    {
        QFETCH(QByteArray, picture);
        QFETCH(qsizetype, most);
        QFETCH(int, format);
        QFETCH(int, longest);
        const Preview preview = previewOf(picture, most);
        QCOMPARE(!preview.bytes.isEmpty(), format >= 0);
        if (format < 0) {
            return;
        }
        QCOMPARE(int(preview.format), format);
        QVERIFY(preview.bytes.size() <= most);
        const Result<ImageInfo> info = probeImage(preview.bytes);
        QVERIFY(info);
        const int side = std::max(info->size.width(), info->size.height());
        QVERIFY2(side <= longest && side * 3 > longest, qPrintable(QString::number(side)));
    }

    void answersStayShort_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 10}) {
            QTest::addRow("%d", count) << count;
        }
    }
    void answersStayShort()
    {
        QFETCH(int, count);
        const QJsonObject result = jobResult(made(png(noise({640, 640})), count), nowhere, Revision::Of20251125);
        QVERIFY2(length(result) < 700'000, qPrintable(QString::number(length(result))));
        QCOMPARE(result.value("content"_L1).toArray().size(), count + 1);
        QVERIFY(!result.value("isError"_L1).toBool());
        QCOMPARE(faultBySchema(result.value("structuredContent"_L1), findTool(u"get_job"_s)->outputSchema()),
                 std::nullopt);
    }

    void whatMayBeBilledIsSaid()
    {
        Generation generation = made({}, 0);
        generation.status = GenerationStatus::Unknown;
        generation.cost = Money();
        generation.error = Error();
        const QJsonObject result = jobResult(generation, nowhere, Revision::Of20260728);
        const QJsonObject report = result.value("structuredContent"_L1).toObject();
        QVERIFY(result.value("isError"_L1).toBool());
        QCOMPARE(report.value("cost_usd"_L1), QJsonValue(QJsonValue::Null));
        QCOMPARE(report["error"_L1]["may_be_billed"_L1].toBool(), true);
        QVERIFY(!report.value("next_step"_L1).toString().isEmpty());
        QCOMPARE(faultBySchema(report, findTool(u"get_job"_s)->outputSchema()), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestMcpAnswers)
#include "test_mcpanswers.moc"
