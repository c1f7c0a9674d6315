// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"
#include "core/planning/planner.h"
#include "planchecker.h"
#include "tests/support/keptplan.h"
#include "tests/support/sanitizer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

/// Makes requests of every sort, sensible and not, the same ones in every run.
class RequestMaker
{
public:
    explicit RequestMaker(quint32 seed)
        : m_random(seed)
    {
    }

    Request next()
    {
        Request request;
        request.prompt = m_random.bounded(60) == 0 ? QString(40'000, u'x')
                                                   : oneOf<QString>({u"an owl"_s, u"an owl"_s, QString(), u"🦉"_s});
        request.negativePrompt = rarely() ? u"rust"_s : QString();
        request.n = oneOf<int>({1, 1, 1, 2, 4, 5, 10, 0, 11});
        request.size = size();
        request.fit = oneOf<Fit>({Fit::Closest, Fit::Closest, Fit::Crop, Fit::Contain, Fit::Stretch});
        if (often()) {
            request.format =
                oneOf<ImageFormat>({ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Avif,
                                    ImageFormat::Gif, ImageFormat::Jxl, ImageFormat::Svg});
        }
        if (rarely()) {
            request.compression = oneOf<int>({0, 1, 50, 85, 100, 101, -3});
        }
        request.quality = oneOf<QString>({{}, {}, u"auto"_s, u"low"_s, u"high"_s, u"hd"_s, u"standard"_s, u"odd"_s});
        request.style = oneOf<QString>({{}, {}, {}, u"vivid"_s, u"anime"_s});
        request.background = oneOf<QString>({{}, {}, {}, u"auto"_s, u"opaque"_s, u"transparent"_s});
        if (often()) {
            request.seed = oneOf<qint64>({0, 1, 42, 2'147'483'647, 4'294'967'301, -1, -2});
        }
        addPictures(request);
        request.user = rarely() ? u"user-1"_s : QString();
        if (rarely()) {
            request.extra = {{u"num_inference_steps"_s, 30}, {u"guidance_scale"_s, 3.5}, {u"frobnicate"_s, 1}};
        }
        addTuning(request.tuning);
        if (rarely()) {
            addVendorWords(request.extra);
        }
        request.strict = rarely();
        return request;
    }

private:
    template<typename T>
    T oneOf(const QList<T> &values)
    {
        return values.at(m_random.bounded(static_cast<int>(values.size())));
    }
    bool often() { return m_random.bounded(2) == 0; }
    bool rarely() { return m_random.bounded(5) == 0; }

    int side()
    {
        if (rarely()) {
            return oneOf<int>({0, -1, 1, 7, 16'384, 1'000'000'000});
        }
        return often() ? m_random.bounded(16, 5000) : oneOf<int>({512, 640, 768, 1024, 1080, 1344, 1536, 1920, 2048});
    }

    SizeRequest size()
    {
        SizeRequest size;
        switch (m_random.bounded(6)) {
        case 0:
            break;
        case 1:
            size.automatic = true;
            break;
        case 2:
            size.pixels = QSize(side(), side());
            size.ratio = rarely() ? std::optional<AspectRatio>({16, 9}) : std::nullopt;
            break;
        default:
            if (often()) {
                size.ratio = AspectRatio {m_random.bounded(1, 22), m_random.bounded(1, 22)};
            } else if (often()) {
                size.pixels = QSize(side(), side());
            }
            if (!size.pixels && often()) {
                size.tier = oneOf<ResolutionTier>(
                    {ResolutionTier::HalfK, ResolutionTier::OneK, ResolutionTier::TwoK, ResolutionTier::FourK});
            }
        }
        return size;
    }

    void addTuning(Tuning &tuning)
    {
        if (rarely()) {
            tuning.steps = oneOf<int>({1, 4, 30, 60});
            tuning.guidance = oneOf<double>({0, 3.5, 30});
        }
        if (rarely()) {
            tuning.strength = oneOf<double>({0, 0.5, 1});
            tuning.inputFidelity = oneOf<QString>({u"low"_s, u"high"_s});
        }
        if (rarely()) {
            tuning.moderation = oneOf<QString>({u"auto"_s, u"low"_s, u"0"_s, u"3"_s, u"6"_s});
            tuning.promptEnhancement = often();
        }
        if (rarely()) {
            tuning.scheduler = u"euler"_s;
            tuning.loras = {{u"owner/ink"_s, 0.5}};
        }
    }

    void addVendorWords(QJsonObject &extra)
    {
        const QJsonObject tall {{u"width"_s, 768}, {u"height"_s, 1024}};
        const QJsonObject image {{u"imageSize"_s, u"4K"_s}};
        const QList<QJsonObject> words {
            {{u"num_images"_s, 4}},
            {{u"image_size"_s, u"square"_s}},
            {{u"image_size"_s, tall}},
            {{u"width"_s, 1024}, {u"height"_s, 512}},
            {{u"width"_s, 1024}},
            {{u"rendering_speed"_s, u"QUALITY"_s}},
            {{u"safety_tolerance"_s, 5}},
            {{u"disable_safety_checker"_s, true}},
            {{u"safety_identifier"_s, u"u"_s}},
            {{u"style_name"_s, u"ink"_s}},
            {{u"prompt_enhancement"_s, u"auto"_s}},
            {{u"steps"_s, u"4"_s}},
            {{u"complexity"_s, u"high"_s}},
            {{u"image_url"_s, u"https://a/b.png"_s}},
            {{u"num_images"_s, u"many"_s}},
            {{u"generationConfig"_s, QJsonObject {{u"imageConfig"_s, image}}}},
        };
        const QJsonObject chosen = oneOf(words);
        for (auto word = chosen.begin(); word != chosen.end(); ++word) {
            extra.insert(word.key(), word.value());
        }
    }

    void addPictures(Request &request)
    {
        const QByteArray png("\x89PNG\r\n\x1a\n, the head alone");
        const int count = oneOf<int>({0, 0, 0, 1, 1, 2, 9, 20});
        for (int i = 0; i < count; ++i) {
            request.images.append(
                {oneOf<QByteArray>({png, png, png, QByteArray("GIF89a"), QByteArray("nothing")}), u"a.png"_s});
        }
        if (rarely()) {
            request.mask = InputImage {QByteArray("not really a mask"), u"m.png"_s};
        }
    }

    QRandomGenerator m_random;
};

QString shown(const Request &request, const Offer &offer)
{
    Request brief = request;
    brief.prompt = request.prompt.left(20);
    return offer.id() + u' ' + QString::fromUtf8(QJsonDocument(brief.toJson()).toJson(QJsonDocument::Compact));
}

QList<Offer> allOffers()
{
    QList<Offer> offers;
    const Catalog catalog = Catalog::builtIn();
    for (const Model &model : catalog.models()) {
        offers.append(model.offers);
    }
    offers.append(catalog.resolve(u"openai-compatible/any-model"_s)->offers);
    return offers;
}

} // namespace

class TestProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlanIsLegalOrSaysWhatToChange();
    void plansSurviveTheJournal();
};

void TestProperty::everyPlanIsLegalOrSaysWhatToChange()
{
    constexpr int rounds = test::isSanitized ? 200 : 1000;
    const QList<Offer> offers = allOffers();
    QVERIFY(offers.size() > 15);
    FieldNames names;
    for (const Offer &offer : offers) {
        learnFieldNames(names, offer);
    }
    RequestMaker maker(20'261'122);
    int plans = 0;
    int refusals = 0;
    for (int i = 0; i < rounds; ++i) {
        const Request request = maker.next();
        for (const Offer &offer : offers) {
            const Result<Plan> plan = makePlan(request, offer, names);
            if (!plan.ok()) {
                ++refusals;
                const Error &error = plan.error();
                const bool useful = !error.param.isEmpty() && !error.reason.isEmpty() && error.message.isEmpty()
                    && (error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Unsupported)
                    && error.billing == Billing::NotBilled;
                QVERIFY2(useful, qPrintable(error.reason.code + u" <- " + shown(request, offer)));
                continue;
            }
            ++plans;
            const QString fault = faultOf(*plan, request, offer);
            QVERIFY2(fault.isEmpty(), qPrintable(fault + u" <- " + shown(request, offer)));
        }
    }
    // Neither side may starve: otherwise the test says nothing.
    QVERIFY2(plans > 5 * rounds, qPrintable(QString::number(plans)));
    QVERIFY2(refusals > 5 * rounds, qPrintable(QString::number(refusals)));
}

void TestProperty::plansSurviveTheJournal()
{
    const QList<Offer> offers = allOffers();
    RequestMaker maker(7);
    int read = 0;
    for (int i = 0; i < 100; ++i) {
        const Request request = maker.next();
        for (const Offer &offer : offers) {
            const Result<Plan> plan = makePlan(request, offer);
            if (!plan.ok()) {
                continue;
            }
            const Result<Plan> again = test::keptAndRead(*plan);
            QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().reason.code));
            QVERIFY2(*again == *plan, qPrintable(shown(request, offer)));
            ++read;
        }
    }
    QVERIFY(read > 100);
}

QTEST_GUILESS_MAIN(TestProperty)
#include "test_property.moc"
