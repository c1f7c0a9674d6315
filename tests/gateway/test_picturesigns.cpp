// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/picturenames.h"
#include "core/gateway/services/picturesigns.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestPictureSigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data();
    void bodies();
    void everyNameOfPicturesIsOne_data();
    void everyNameOfPicturesIsOne();
};

void TestPictureSigns::bodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("mayHold");
    QTest::newRow("nothing") << R"({})"_ba << false;
    QTest::newRow("a model's name") << R"({"model":"gpt-image-1","prompt":"a boat"})"_ba << false;
    QTest::newRow("a prompt") << R"({"prompt":"an image of a mask, for reference","model":"m"})"_ba << false;
    QTest::newRow("a prompt that quotes a field") << R"({"prompt":"say \"image\": \"x\" to me"})"_ba << false;
    QTest::newRow("a prompt that ends in a backslash") << R"({"prompt":"mask\\","model":"image"})"_ba << false;
    QTest::newRow("what a chat wants") << R"({"modalities":["image","text"],"messages":[]})"_ba << false;
    QTest::newRow("a type of something else") << R"({"type":"text","model":"image"})"_ba << false;
    QTest::newRow("cut off") << "{\"prompt\":\"p\",\"image"_ba << false;
    QTest::newRow("a field") << R"({"prompt":"p","image":"data:"})"_ba << true;
    QTest::newRow("blanks behind the name") << "{\"image\" \t\r\n: [\"data:\"]}"_ba << true;
    QTest::newRow("behind a quote in a prompt") << R"({"prompt":"\"","mask":"data:"})"_ba << true;
    QTest::newRow("behind a backslash in a prompt") << R"({"prompt":"\\","mask":"data:"})"_ba << true;
    QTest::newRow("in capitals") << R"({"Image":"data:"})"_ba << true;
    QTest::newRow("with signs between letters") << R"({"im-age":"data:","n":1})"_ba << true;
    QTest::newRow("references") << R"({"input_references":["data:"]})"_ba << true;
    QTest::newRow("in an object") << R"({"image_config":{"n":1}})"_ba << true;
    QTest::newRow("in an object of another name") << R"({"more":[{"init_image":"data:"}]})"_ba << true;
    QTest::newRow("a part of a chat")
        << R"({"messages":[{"content":[{"type":"image_url","image_url":{"url":"data:"}}]}]})"_ba << true;
    QTest::newRow("a part that only its type tells")
        << R"({"messages":[{"content":[{"type" : "input_image","url":"data:"}]}]})"_ba << true;
    QTest::newRow("made before in a chat") << R"({"messages":[{"role":"assistant","images":[]}]})"_ba << true;
    QTest::newRow("a preset as a model") << R"({"model":"@preset/poster"})"_ba << true;
    QTest::newRow("a preset") << R"({"preset":"poster"})"_ba << true;
    QTest::newRow("an escaped name") << R"({"i\u006dage":"data:"})"_ba << true;
    QTest::newRow("an escaped type") << R"({"type":"i\u006dage","url":"data:"})"_ba << true;
}

void TestPictureSigns::bodies()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, mayHold);
    QCOMPARE(mayHoldPictures(body), mayHold);
}

void TestPictureSigns::everyNameOfPicturesIsOne_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names {u"image"_s,
                             u"images"_s,
                             u"image[]"_s,
                             u"image_urls"_s,
                             u"imageFile"_s,
                             u"image_input"_s,
                             u"image_prompt_url"_s,
                             u"input_image_2"_s,
                             u"input_image_urls"_s,
                             u"input_reference"_s,
                             u"input_references"_s,
                             u"initImage"_s,
                             u"init-image-url"_s,
                             u"reference_images"_s,
                             u"ref_image"_s,
                             u"source_image_url"_s,
                             u"i_mage"_s,
                             u"mask"_s,
                             u"mask_image"_s,
                             u"MASK_URL"_s,
                             u"inpaint_mask"_s,
                             u"m-a_sk"_s};
    for (const QString &name : names) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

/// Whatever is taken for a picture by its name must be seen before it is read.
void TestPictureSigns::everyNameOfPicturesIsOne()
{
    QFETCH(QString, name);
    QVERIFY(openai::pictureUseOf(name));
    QVERIFY(mayHoldPictures("{\"" + name.toUtf8() + "\":\"data:\"}"));
}

QTEST_APPLESS_MAIN(TestPictureSigns)

#include "test_picturesigns.moc"
