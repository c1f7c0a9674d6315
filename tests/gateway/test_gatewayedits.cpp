// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gatewayrig.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

QList<Offer> editing()
{
    Offer offer = toyOffer(u"toy"_s, u"alpha"_s);
    offer.modes = {u"text-to-image"_s, u"image-edit"_s, u"inpaint"_s};
    offer.maxInputImages = 4;
    offer.fields.insert(u"image"_s, u"image"_s);
    offer.fields.insert(u"mask"_s, u"mask"_s);
    return {offer};
}

QByteArray png(const QColor &colour)
{
    QImage image(32, 24, QImage::Format_ARGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

const QByteArray red = png(Qt::red);
const QByteArray blue = png(Qt::blue);
const QByteArray hole = png(Qt::transparent);

QString dataUrl(const QByteArray &picture)
{
    return u"data:image/png;base64,"_s + QString::fromLatin1(picture.toBase64());
}

/// A form in the making.
struct Form
{
    explicit Form(const QByteArray &boundary = "bound")
        : line("--" + boundary)
        , type("Content-Type: multipart/form-data; boundary=" + boundary + "\r\n")
    {
    }
    Form &word(const QByteArray &name, const QByteArray &value)
    {
        body += line + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
        return *this;
    }
    Form &file(const QByteArray &name, const QByteArray &content)
    {
        body += line + "\r\nContent-Disposition: form-data; name=\"" + name
            + "\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n" + content + "\r\n";
        return *this;
    }
    [[nodiscard]] QByteArray whole() const { return body + line + "--\r\n"; }

    QByteArray line;
    QByteArray type;
    QByteArray body;
};

Form usual()
{
    return Form().word("model", "toy").word("prompt", "a hat");
}

} // namespace

/// POST /v1/images/edits and /v1/images/variations.
class TestGatewayEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<GatewayRig>(editing());
        m_rig->start();
    }

    void forms_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QList<QByteArray>>("pictures");
        QTest::addColumn<bool>("masked");
        using Pictures = QList<QByteArray>;
        QTest::newRow("one") << usual().file("image", red).whole() << Pictures {red} << false;
        QTest::newRow("several") << usual().file("image[]", red).file("image[]", blue).whole() << Pictures {red, blue}
                                 << false;
        QTest::newRow("one name as a word and as a list of words")
            << usual().word("image", dataUrl(red).toLatin1()).word("image[]", dataUrl(blue).toLatin1()).whole()
            << Pictures {red, blue} << false;
        QTest::newRow("several of one name")
            << usual().file("image", red).file("image", blue).whole() << Pictures {red, blue} << false;
        QTest::newRow("with a mask") << usual().file("image", red).file("mask", hole).whole() << Pictures {red} << true;
        QTest::newRow("the mask first") << usual().file("mask", hole).file("image", red).whole() << Pictures {red}
                                        << true;
    }
    void forms()
    {
        QFETCH(QByteArray, body);
        QFETCH(QList<QByteArray>, pictures);
        QFETCH(bool, masked);
        const RawAnswer answer = post("edits", body, Form().type);
        QVERIFY2(answer.status == 200, answer.body.constData());
        expect(answer, pictures, masked);
    }

    void json_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QList<QByteArray>>("pictures");
        QTest::addColumn<bool>("masked");
        using Pictures = QList<QByteArray>;
        const auto link = [](const QByteArray &picture) { return QJsonObject {{u"image_url"_s, dataUrl(picture)}}; };
        QTest::newRow("image") << QJsonObject {{u"image"_s, dataUrl(red)}} << Pictures {red} << false;
        QTest::newRow("a list in image") << QJsonObject {{u"image"_s, QJsonArray {dataUrl(red), dataUrl(blue)}}}
                                         << Pictures {red, blue} << false;
        QTest::newRow("images, as OpenAI has them")
            << QJsonObject {{u"images"_s, QJsonArray {link(red), link(blue)}}} << Pictures {red, blue} << false;
        QTest::newRow("links in links")
            << QJsonObject {{u"images"_s,
                             QJsonArray {QJsonObject {{u"image_url"_s, QJsonObject {{u"url"_s, dataUrl(red)}}}}}}}
            << Pictures {red} << false;
        QTest::newRow("with a mask") << QJsonObject {{u"images"_s, QJsonArray {link(red)}}, {u"mask"_s, link(hole)}}
                                     << Pictures {red} << true;
        QTest::newRow("a mask as a word")
            << QJsonObject {{u"image"_s, dataUrl(red)}, {u"mask"_s, dataUrl(hole)}} << Pictures {red} << true;
        QTest::newRow("an empty mask") << QJsonObject {{u"image"_s, dataUrl(red)}, {u"mask"_s, u""_s}} << Pictures {red}
                                       << false;
    }
    void json()
    {
        QFETCH(QJsonObject, fields);
        QFETCH(QList<QByteArray>, pictures);
        QFETCH(bool, masked);
        const RawAnswer answer = post("edits", jsonBody(fields), "Content-Type: application/json\r\n");
        QVERIFY2(answer.status == 200, answer.body.constData());
        expect(answer, pictures, masked);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("param");
        const QByteArray form = Form().type;
        const QByteArray asJson = "Content-Type: application/json\r\n";
        const auto row = [&](const char *name, const QByteArray &body, const QByteArray &type, int status,
                             const char *param) {
            QTest::newRow(name) << body << type << status << QString::fromLatin1(param);
        };
        row("no picture", usual().whole(), form, 400, "image");
        row("no picture in JSON", jsonBody({}), asJson, 400, "image");
        row("an empty picture", usual().file("image", {}).whole(), form, 400, "image");
        row("no picture at all", usual().file("image", "hello").whole(), form, 400, "image");
        row("a mask that is none", usual().file("image", red).file("mask", "hello").whole(), form, 400, "mask");
        row("two masks", usual().file("image", red).file("mask", hole).file("mask", hole).whole(), form, 400, "mask");
        row("an unknown file", usual().file("image", red).file("model_file", red).whole(), form, 400, "model_file");
        row("a field twice", usual().word("prompt", "b").file("image", red).whole(), form, 400, "prompt");
        row("a link", jsonBody({{u"image"_s, u"https://example.com/a.png"_s}}), asJson, 400, "image");
        row("an id in place of a link",
            jsonBody({{u"images"_s, QJsonArray {QJsonObject {{u"file_id"_s, u"file-1"_s}}}}}), asJson, 400, "images");
        row("a mask by its id",
            jsonBody({{u"image"_s, dataUrl(red)}, {u"mask"_s, QJsonObject {{u"file_id"_s, u"file-1"_s}}}}), asJson, 400,
            "mask");
        row("more than the model takes",
            usual()
                .file("image[]", red)
                .file("image[]", red)
                .file("image[]", red)
                .file("image[]", red)
                .file("image[]", red)
                .whole(),
            form, 400, "image");
        row("no number", usual().word("n", "two").file("image", red).whole(), form, 400, "n");
        row("a broken form", usual().file("image", red).body, form, 400, "");
        row("words", "a hat", "Content-Type: text/plain\r\n", 400, "");
    }
    void refusals()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        const RawAnswer answer = post("edits", body, type);
        QTEST(answer.status, "status");
        QTEST(answer.json()["error"_L1]["param"_L1].toString(), "param");
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
    }

    void aModelThatCannotEditCostsNothing()
    {
        m_rig = std::make_unique<GatewayRig>();
        m_rig->start();
        const RawAnswer answer = post("edits", usual().file("image", red).whole(), Form().type);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json()["error"_L1]["param"_L1].toString(), u"image"_s);
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
    }

    /// In a form everything is text.
    void formsHaveNumbersAndTruth()
    {
        const Form form = usual().word("n", "2").word("seed", "7").word("stream", "true").file("image", red);
        RawClient client(m_rig->port());
        client.send(m_rig->request("POST", "/v1/images/edits", form.whole(), form.type + "Connection: close\r\n"));
        const QByteArray answer = client.everything();
        QVERIFY2(answer.contains("event: image_edit.completed"), answer.left(500).constData());
        const Generation made = await(m_rig->rig.journal->list(1))->first();
        QCOMPARE(made.request.n, 2);
        QCOMPARE(made.request.seed, std::optional<qint64>(7));
        QCOMPARE(made.request.prompt, u"a hat"_s);
    }

    void promptsStayWords()
    {
        const RawAnswer answer =
            post("edits", Form().word("model", "toy").word("prompt", "7").file("image", red).whole(), Form().type);
        QCOMPARE(answer.status, 200);
        QCOMPARE(await(m_rig->rig.journal->list(1))->first().request.prompt, u"7"_s);
    }

    void dryRunsCostNothing_data()
    {
        QTest::addColumn<QByteArray>("route");
        QTest::newRow("edits") << QByteArray("edits");
        QTest::newRow("variations") << QByteArray("variations");
    }
    void dryRunsCostNothing()
    {
        QFETCH(QByteArray, route);
        const RawAnswer answer = post(route + "?dryRun=true", usual().file("image", red).whole(), Form().type);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json()["total_cost_micros"_L1].toInt(), 30'000);
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
    }

    void variationsNeedNoPrompt()
    {
        const RawAnswer answer =
            post("variations", Form().word("model", "toy").file("image", red).whole(), Form().type);
        QVERIFY2(answer.status == 200, answer.body.constData());
        expect(answer, {red}, false);
        const QJsonObject emulated = answer.json()["metadata"_L1]["emulated"_L1].toObject();
        QVERIFY2(emulated.contains("variation"_L1), answer.body.left(2000).constData()); // asked for in words, and told
        const QList<Received> calls = m_rig->vendor().calls();
        const auto paid =
            std::find_if(calls.begin(), calls.end(), [](const Received &it) { return it.method == "POST"; });
        QVERIFY(paid != calls.end() && !paid->json().value("prompt"_L1).toString().isEmpty());
        QCOMPARE(post("variations", Form().word("model", "toy").whole(), Form().type).status, 400);
    }

    /// fetch() makes up another boundary for each try.
    void aRepetitionHasAnotherBoundary()
    {
        const QByteArray key = "Idempotency-Key: once\r\n";
        const auto asked = [&](const QByteArray &boundary, const QByteArray &prompt) {
            const Form form = Form(boundary).word("model", "toy").word("prompt", prompt).file("image", red);
            return post("edits", form.whole(), form.type + key);
        };
        const RawAnswer first = asked("one", "a hat");
        QCOMPARE(first.status, 200);
        QCOMPARE(asked("two", "a hat").json()["id"_L1], first.json()["id"_L1]);
        QCOMPARE(asked("two", "a scarf").status, 422);
        QCOMPARE(m_rig->vendor().billed, 1);
    }

    void generationsTakeForms()
    {
        const RawAnswer answer = post("generations", usual().file("image", red).whole(), Form().type);
        QCOMPARE(answer.status, 200);
        expect(answer, {red}, false);
    }

    /// A reference is never optional: under whatever name it comes, it arrives.
    void names_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QList<QByteArray>>("pictures");
        QTest::addColumn<bool>("masked");
        using Pictures = QList<QByteArray>;
        const QString bare = QString::fromLatin1(red.toBase64());
        for (const char *name : {"image", "image_url", "imageUrl", "input_image", "reference_image", "init_image",
                                 "image_prompt", "source_image"}) {
            QTest::newRow(name) << QJsonObject {{QString::fromLatin1(name), dataUrl(red)}} << Pictures {red} << false;
        }
        for (const char *name : {"images", "image_urls", "input_images", "reference_images", "input_references"}) {
            QTest::newRow(name) << QJsonObject {{QString::fromLatin1(name), QJsonArray {dataUrl(red), dataUrl(blue)}}}
                                << Pictures {red, blue} << false;
        }
        QTest::newRow("numbered") << QJsonObject {{u"input_image_2"_s, dataUrl(blue)}, {u"input_image"_s, dataUrl(red)}}
                                  << Pictures {red, blue} << false;
        QTest::newRow("bare base64") << QJsonObject {{u"input_image"_s, bare}} << Pictures {red} << false;
        QTest::newRow("objects") << QJsonObject {{u"images"_s,
                                                  QJsonArray {QJsonObject {{u"b64_json"_s, bare}},
                                                              QJsonObject {{u"url"_s, dataUrl(blue)}}}}}
                                 << Pictures {red, blue} << false;
        QTest::newRow("under two names") << QJsonObject {{u"image"_s, dataUrl(red)}, {u"input_image"_s, dataUrl(red)}}
                                         << Pictures {red} << false;
        for (const char *name : {"mask", "mask_url", "mask_image", "maskImage"}) {
            QTest::newRow(name) << QJsonObject {{u"image"_s, dataUrl(red)}, {QString::fromLatin1(name), dataUrl(hole)}}
                                << Pictures {red} << true;
        }
        QTest::newRow("no media type") << QJsonObject {{u"image"_s, QString(u"data:;base64,"_s + bare)}}
                                       << Pictures {red} << false;
        QTest::newRow("capitals and a charset")
            << QJsonObject {{u"image"_s, QString(u"DATA:IMAGE/PNG;charset=utf-8;BASE64,"_s + bare)}} << Pictures {red}
            << false;
    }
    void names()
    {
        QFETCH(QJsonObject, fields);
        QFETCH(QList<QByteArray>, pictures);
        QFETCH(bool, masked);
        const RawAnswer answer = post("generations", jsonBody(fields), "Content-Type: application/json\r\n");
        QVERIFY2(answer.status == 200, answer.body.constData());
        expect(answer, pictures, masked);
    }

    /// What cannot be taken is refused with its name, before anything is paid.
    void notTaken_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QString>("param");
        const QString link = u"https://example.com/a.png"_s;
        QByteArray cut = red;
        cut.chop(cut.size() / 2);
        QByteArray wrong = red;
        wrong[wrong.indexOf("IEND") - 5] = static_cast<char>(wrong.at(wrong.indexOf("IEND") - 5) ^ 1);
        const auto row = [](const char *name, const QJsonObject &fields, const char *param) {
            QTest::newRow(name) << fields << QString::fromLatin1(param);
        };
        row("a link, where none is taken", {{u"image_urls"_s, QJsonArray {link}}}, "image");
        row("an id", {{u"images"_s, QJsonArray {QJsonObject {{u"file_id"_s, u"file-1"_s}}}}}, "images");
        row("a number", {{u"images"_s, 2}}, "images");
        row("words", {{u"image_prompt"_s, u"like the last one"_s}}, "image_prompt");
        row("a picture nobody knows the use of", {{u"style_plate"_s, dataUrl(red)}}, "style_plate");
        row("the same in an object", {{u"extra"_s, QJsonObject {{u"plate"_s, QString::fromLatin1(red.toBase64())}}}},
            "extra");
        row("cut off", {{u"image"_s, dataUrl(cut)}}, "image");
        row("with a wrong check sum", {{u"input_image"_s, dataUrl(wrong)}}, "input_image");
        row("a cut mask", {{u"image"_s, dataUrl(red)}, {u"mask_url"_s, dataUrl(cut)}}, "mask_url");
    }
    void notTaken()
    {
        QFETCH(QJsonObject, fields);
        const RawAnswer answer = post("generations", jsonBody(fields), "Content-Type: application/json\r\n");
        QCOMPARE(answer.status, 400);
        QTEST(answer.json()["error"_L1]["param"_L1].toString(), "param");
        QCOMPARE(m_rig->vendor().calls(u"/jobs"_s), 0);
    }

private:
    static QByteArray jsonBody(const QJsonObject &fields)
    {
        QJsonObject body {{u"model"_s, u"toy"_s}, {u"prompt"_s, u"a hat"_s}};
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            body.insert(it.key(), it.value());
        }
        return QJsonDocument(body).toJson(QJsonDocument::Compact);
    }

    [[nodiscard]] RawAnswer post(const QByteArray &route, const QByteArray &body, const QByteArray &headers) const
    {
        return m_rig->ask(m_rig->request("POST", "/v1/images/" + route, body, headers));
    }

    void expect(const RawAnswer &answer, const QList<QByteArray> &pictures, bool masked) const
    {
        const auto found = await(m_rig->rig.journal->find(answer.json()["id"_L1].toString()));
        QVERIFY(found);
        QList<QByteArray> sent;
        for (const InputImage &image : found->request.images) {
            sent.append(image.bytes);
        }
        QCOMPARE(sent, pictures);
        QCOMPARE(found->request.mask.has_value(), masked);
        QCOMPARE(m_rig->vendor().billed, 1);
    }

    std::unique_ptr<GatewayRig> m_rig;
};

QTEST_GUILESS_MAIN(TestGatewayEdits)
#include "test_gatewayedits.moc"
