// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What OpenRouter's clients get.
#include "core/catalog/namereasons.h"
#include "core/gateway/dialects/openrouter/openrouterdialect.h"
#include "core/routing/routereasons.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const openrouter::OpenRouterDialect dialect;

Generation generation(ImageFormat format = ImageFormat::Webp)
{
    Generation made;
    made.id = u"gen_1"_s;
    made.status = GenerationStatus::Completed;
    made.createdAt = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    made.endedAt = made.createdAt.addMSecs(2500);
    made.request.model = u"a/b"_s;
    made.cost = Money::fromMicros(40'000);
    Plan plan;
    plan.offer.model = u"b"_s;
    plan.offer.provider = u"google-gemini"_s;
    plan.offer.providerModel = u"b-1"_s;
    made.plan = plan;
    const QList<Reason> none;
    made.route = {{u"openai/b"_s, u"b"_s, u"openai"_s, {}, none, false, false},
                  {u"google-gemini/b"_s, u"b"_s, u"google-gemini"_s, {}, none, false, false},
                  {u"fal/b"_s, u"b"_s, u"fal"_s, {}, none, false, true}};
    Attempt refused;
    refused.provider = u"openai"_s;
    refused.providerModel = u"b"_s;
    refused.status = GenerationStatus::Failed;
    refused.error = notSent(ErrorKind::Overloaded, u"busy"_s);
    refused.error->httpStatus = 503;
    Attempt attempt;
    attempt.provider = plan.offer.provider;
    attempt.providerModel = plan.offer.providerModel;
    attempt.status = GenerationStatus::Completed;
    attempt.usage = {QJsonObject {{u"input_tokens"_s, 12},
                                  {u"output_tokens"_s, 4175},
                                  {u"output_tokens_details"_s, QJsonObject {{u"image_tokens"_s, 4000}}}}};
    made.attempts = {refused, attempt};
    Picture picture;
    picture.format = format;
    picture.size = QSize(64, 48);
    picture.seed = 9;
    made.pictures = {picture};
    return made;
}

GenerationCall call(CallKind kind, bool streams = false)
{
    GenerationCall asked;
    asked.kind = kind;
    asked.streams = streams;
    asked.ignored = QStringList {u"tools"_s};
    return asked;
}

QJsonObject jsonOf(const GatewayResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

/// The objects of a stream, without what is no JSON ("[DONE]").
QList<QJsonObject> eventsIn(const QByteArray &stream)
{
    QList<QJsonObject> events;
    const QList<QByteArray> lines = stream.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("data: {")) {
            events.append(QJsonDocument::fromJson(line.mid(6)).object());
        }
    }
    return events;
}

const QList<DeliveredPicture> pictures {{{}, "picture"}};

} // namespace

class TestOpenRouterAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void images()
    {
        const GatewayResponse response = dialect.answer(call(CallKind::Generation), generation(), pictures);
        QCOMPARE(response.status, 200);
        const QJsonObject json = jsonOf(response);
        QCOMPARE(json.value("created"_L1).toInteger(), 1'790'000'000);
        QCOMPARE(json.value("id"_L1), u"gen_1"_s);
        const QJsonObject picture = json.value("data"_L1).toArray().first().toObject();
        QCOMPARE(picture.value("b64_json"_L1).toString().toLatin1(), "picture"_ba.toBase64());
        QCOMPARE(picture.value("media_type"_L1), u"image/webp"_s);
        QCOMPARE(picture.value("seed"_L1), 9);
        const QJsonObject usage = json.value("usage"_L1).toObject();
        QCOMPARE(usage.value("prompt_tokens"_L1), 12);
        QCOMPARE(usage.value("completion_tokens"_L1), 4175);
        QCOMPARE(usage.value("total_tokens"_L1), 4187);
        QCOMPARE(usage.value("cost"_L1).toDouble(), 0.04);
        QCOMPARE(usage.value("is_byok"_L1), false);
        QCOMPARE(usage["completion_tokens_details"_L1]["image_tokens"_L1].toInt(), 4000);
        QCOMPARE(json["metadata"_L1]["provider"_L1].toString(), u"google-gemini"_s);
        QCOMPARE(json["metadata"_L1]["ignored"_L1].toArray(), QJsonArray {u"tools"_s});
        QVERIFY(!json.contains("openrouter_metadata"_L1));
        QList<QByteArray> names;
        for (const HttpHeader &header : response.headers) {
            names.append(header.name.toLower());
        }
        QVERIFY(names.contains("x-generation-id") && names.contains("x-lightwell-cost"));
    }

    void anUnknownCostIsNotSaid()
    {
        Generation dark = generation();
        dark.cost = Money::unknown();
        dark.attempts.last().usage = {};
        const QJsonObject usage =
            jsonOf(dialect.answer(call(CallKind::Generation), dark, pictures)).value("usage"_L1).toObject();
        QVERIFY(!usage.contains("cost"_L1)); // null makes the AI SDK's provider refuse the answer
        QCOMPARE(usage.value("total_tokens"_L1), 0);
    }

    void theRouteIsToldWhereItIsAskedFor()
    {
        GenerationCall asked = call(CallKind::Chat);
        asked.tellsRoute = true;
        const QJsonObject told =
            jsonOf(dialect.answer(asked, generation(), pictures)).value("openrouter_metadata"_L1).toObject();
        QCOMPARE(told.value("requested"_L1), u"a/b"_s);
        QCOMPARE(told.value("strategy"_L1), u"direct"_s);
        QCOMPARE(told.value("attempt"_L1), 2);
        QVERIFY(told.value("region"_L1).isNull());
        QCOMPARE(told["endpoints"_L1]["total"_L1].toInt(), 3);
        const QJsonArray available = told["endpoints"_L1]["available"_L1].toArray();
        QCOMPARE(available.size(), 2);
        QCOMPARE(available.last()["provider"_L1].toString(), u"Google AI Studio"_s);
        QCOMPARE(available.last()["selected"_L1].toBool(), true);
        QCOMPARE(available.first()["selected"_L1].toBool(), false);
        QCOMPARE(told["attempts"_L1][0]["status"_L1].toInt(), 503);
        QCOMPARE(told["attempts"_L1][1]["status"_L1].toInt(), 200);
    }

    void streamedImages()
    {
        const GatewayResponse response = dialect.answer(call(CallKind::Edit, true), generation(), pictures);
        QVERIFY(response.body.endsWith("data: [DONE]\n\n"));
        const QList<QJsonObject> events = eventsIn(response.body);
        QCOMPARE(events.size(), 1);
        QCOMPARE(events.first().value("type"_L1), u"image_generation.completed"_s);
        QCOMPARE(events.first().value("b64_json"_L1).toString().toLatin1(), "picture"_ba.toBase64());
        QCOMPARE(events.first().value("media_type"_L1), u"image/webp"_s);
        QCOMPARE(events.first()["usage"_L1]["cost"_L1].toDouble(), 0.04);
    }

    void drawingsAreStreamedAsText()
    {
        const QByteArray stream =
            dialect.answer(call(CallKind::Generation, true), generation(ImageFormat::Svg), {{{}, "<svg/>"}}).body;
        const QList<QJsonObject> events = eventsIn(stream);
        QCOMPARE(events.size(), 2);
        QCOMPARE(events.first().value("type"_L1), u"image_generation.text_chunk"_s);
        QCOMPARE(events.first().value("phase"_L1), u"content"_s);
        QCOMPARE(events.first().value("text"_L1), u"<svg/>"_s);
        QCOMPARE(events.last().value("media_type"_L1), u"image/svg+xml"_s);
    }

    void previews()
    {
        const QByteArray png = "\x89PNG\r\n\x1a\n";
        const QList<QJsonObject> events = eventsIn(dialect.previewEvent(CallKind::Generation, png, 2, 0));
        QCOMPARE(events.first().value("type"_L1), u"image_generation.partial_image"_s);
        QCOMPARE(events.first().value("partial_image_index"_L1), 2);
        QVERIFY(dialect.previewEvent(CallKind::Generation, "no picture", 0, 0).isEmpty());
        QVERIFY(dialect.previewEvent(CallKind::Chat, png, 0, 0).isEmpty());
    }

    void chats()
    {
        const QJsonObject json = jsonOf(dialect.answer(call(CallKind::Chat), generation(), pictures));
        QCOMPARE(json.value("object"_L1), u"chat.completion"_s);
        QCOMPARE(json.value("model"_L1), u"b"_s);
        QCOMPARE(json.value("provider"_L1), u"Google AI Studio"_s);
        const QJsonObject choice = json.value("choices"_L1).toArray().first().toObject();
        QCOMPARE(choice.value("finish_reason"_L1), u"stop"_s);
        const QString url = choice["message"_L1]["images"_L1][0]["image_url"_L1]["url"_L1].toString();
        QCOMPARE(url, QString(u"data:image/webp;base64,"_s + QString::fromLatin1("picture"_ba.toBase64())));
        QCOMPARE(json["usage"_L1]["cost"_L1].toDouble(), 0.04);
    }

    void streamedChats()
    {
        const QByteArray stream = dialect.answer(call(CallKind::Chat, true), generation(), pictures).body;
        QVERIFY(stream.endsWith("data: [DONE]\n\n"));
        const QList<QJsonObject> events = eventsIn(stream);
        QCOMPARE(events.size(), 2);
        QVERIFY(
            events.first()["choices"_L1][0]["delta"_L1]["images"_L1][0]["image_url"_L1]["url"_L1].toString().startsWith(
                "data:image/webp;base64,"_L1));
        QCOMPARE(events.last()["choices"_L1][0]["finish_reason"_L1].toString(), u"stop"_s);
        QCOMPARE(events.last()["usage"_L1]["cost"_L1].toDouble(), 0.04);
    }

    void errors_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("availability"); // empty: there is none
        const auto row = [](const char *name, const Error &error, int status, const QString &type,
                            const QString &availability = {}) {
            QTest::newRow(name) << error << status << type << availability;
        };
        const auto free = [](ErrorKind kind, const QString &param = {}) { return notSent(kind, u"why"_s, param); };
        const auto unsure = [](ErrorKind kind) {
            Error error;
            error.kind = kind;
            return error;
        };
        const auto leftOut = [](const Reason &why) {
            Error error = notSent(ErrorKind::Unsupported,
                                  reasons::callLeavesNothing(u"a"_s, {reasons::routeOfProvider(u"fal"_s, why)}));
            error.code = u"ROUTING_WISHES"_s;
            return error;
        };
        const auto unknown = [](const Reason &why) {
            Error error = notSent(ErrorKind::NotFound, why, u"model"_s);
            error.code = u"MODEL_NOT_FOUND"_s;
            return error;
        };
        row("invalid", free(ErrorKind::Invalid, u"size"_s), 400, u"invalid_request"_s);
        row("picture", free(ErrorKind::Invalid, u"input_references"_s), 400, u"invalid_image"_s);
        row("unsupported", free(ErrorKind::Unsupported), 400, u"invalid_request"_s);
        row("content", free(ErrorKind::ContentPolicy), 400, u"content_policy_violation"_s);
        row("model", unknown(reasons::modelNotFound(u"x"_s)), 404, u"not_found"_s, u"model_not_found"_s);
        row("retired", unknown(reasons::modelRetiredFor(u"x"_s, u"2026-01-01"_s, u"y"_s)), 404, u"not_found"_s,
            u"model_deprecated"_s);
        row("no key", free(ErrorKind::NoKey), 404, u"not_found"_s, u"no_endpoints"_s);
        row("ignored", leftOut(reasons::callIgnores()), 404, u"not_found"_s, u"constraint_filtered"_s);
        row("private", leftOut(reasons::callWantsPrivacy()), 404, u"not_found"_s, u"privacy_restricted"_s);
        row("budget", free(ErrorKind::Budget), 402, u"payment_required"_s);
        row("too many", free(ErrorKind::RateLimit), 429, u"rate_limit_exceeded"_s, u"temporarily_unavailable"_s);
        row("busy", free(ErrorKind::Overloaded), 503, u"provider_overloaded"_s, u"capacity_exhausted"_s);
        row("not reached", free(ErrorKind::Network), 502, u"provider_unavailable"_s, u"temporarily_unavailable"_s);
        row("vendor's key", free(ErrorKind::Auth), 424, u"authentication"_s);
        row("lost", unsure(ErrorKind::Network), 424, u"provider_unavailable"_s);
        row("late", unsure(ErrorKind::Timeout), 424, u"timeout"_s);
        row("nonsense", unsure(ErrorKind::Upstream), 424, u"provider_unavailable"_s);
        row("refused, perhaps billed", unsure(ErrorKind::Invalid), 424, u"provider_unavailable"_s);
    }
    void errors()
    {
        QFETCH(Error, error);
        QFETCH(QString, availability);
        const GatewayResponse response = dialect.error(error);
        QTEST(response.status, "status");
        const QJsonObject told = jsonOf(response).value("error"_L1).toObject();
        QCOMPARE(told.value("code"_L1).toInt(), response.status);
        QVERIFY(!told.value("message"_L1).toString().isEmpty());
        QTEST(told["metadata"_L1]["error_type"_L1].toString(), "type");
        QCOMPARE(told["availability"_L1]["code"_L1].toString(), availability);
        // OpenRouter's client sends all that ends with 5xx again: nothing that may be billed may.
        QVERIFY(error.billing == Billing::NotBilled || response.status < 500);
        QCOMPARE(told["metadata"_L1]["may_be_billed"_L1].toBool(), error.billing != Billing::NotBilled);
    }

    void availability()
    {
        Error dear =
            notSent(ErrorKind::Unsupported,
                    reasons::callLeavesNothing(
                        u"a"_s,
                        {reasons::routeOfProvider(u"fal"_s, reasons::callTooDear(Money::fromMicros(2), Money::zero())),
                         reasons::routeOfProvider(u"luma"_s, reasons::callIgnores())}));
        dear.code = u"ROUTING_WISHES"_s;
        QJsonObject told = jsonOf(dialect.error(dear))["error"_L1]["availability"_L1].toObject();
        QCOMPARE(told.value("excluded_by"_L1).toArray(), (QJsonArray {u"provider.ignore"_s, u"provider.max_price"_s}));
        QCOMPARE(told["constraint"_L1]["field"_L1].toString(), u"provider.ignore"_s);
        QCOMPARE(told.value("retryable"_L1), false);
        Error gone = notSent(ErrorKind::NotFound, reasons::modelRetiredFor(u"x"_s, u"2026"_s, u"y"_s));
        gone.code = u"MODEL_NOT_FOUND"_s;
        told = jsonOf(dialect.error(gone))["error"_L1]["availability"_L1].toObject();
        QCOMPARE(told.value("fallback_models"_L1).toArray(), QJsonArray {u"y"_s});
        Error many = notSent(ErrorKind::RateLimit, u"slower"_s);
        many.retryAfter = std::chrono::milliseconds(2500);
        const GatewayResponse response = dialect.error(many);
        QVERIFY(response.headers.contains(HttpHeader {"Retry-After", "3"}));
        told = jsonOf(response)["error"_L1]["availability"_L1].toObject();
        QCOMPARE(told.value("retry_after"_L1), 3);
        QCOMPARE(told.value("retryable"_L1), true);
    }

    void failures()
    {
        Generation failed = generation();
        failed.status = GenerationStatus::Failed;
        failed.error = notSent(ErrorKind::Overloaded, u"busy"_s);
        QCOMPARE(dialect.failure(failed).status, 503);
        failed.attempts.last().error = Error(); // nobody knows what became of it
        const GatewayResponse response = dialect.failure(failed);
        QCOMPARE(response.status, 424);
        const QJsonObject metadata = jsonOf(response)["error"_L1]["metadata"_L1].toObject();
        QCOMPARE(metadata.value("provider_name"_L1), u"Google AI Studio"_s);
        QCOMPARE(metadata["previous_errors"_L1][0]["status"_L1].toInt(), 503);
        QCOMPARE(metadata["previous_errors"_L1][0]["provider"_L1].toString(), u"OpenAI"_s);
    }

    /// A budget that refuses is no error of the provider's.
    void whoWasNeverAskedHasNoError()
    {
        Generation refused = generation();
        refused.status = GenerationStatus::Failed;
        refused.error = notSent(ErrorKind::Budget, u"used up"_s);
        refused.attempts.last().status = GenerationStatus::Failed;
        refused.attempts.last().error = refused.error;
        const QJsonArray before =
            jsonOf(dialect.failure(refused))["error"_L1]["metadata"_L1]["previous_errors"_L1].toArray();
        QCOMPARE(before.size(), 1);
        QCOMPARE(before.first()["provider"_L1].toString(), u"OpenAI"_s);
        // One that was exceeded by what the vendor took for its work is another matter.
        refused.attempts.last().error->billing = Billing::Billed;
        QCOMPARE(jsonOf(dialect.failure(refused))["error"_L1]["metadata"_L1]["previous_errors"_L1].toArray().size(), 2);
    }

    void refusals_data()
    {
        QTest::addColumn<Refusal>("refusal");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::newRow("key") << Refusal {Refusal::Kind::WrongKey} << 401 << u"authentication"_s;
        QTest::newRow("origin") << Refusal {Refusal::Kind::OriginNotAllowed} << 403 << u"permission_denied"_s;
        QTest::newRow("path") << Refusal {Refusal::Kind::UnknownPath} << 404 << u"not_found"_s;
        QTest::newRow("body") << Refusal {Refusal::Kind::BodyTooLarge, 5} << 413 << u"payload_too_large"_s;
        QTest::newRow("closing") << Refusal {Refusal::Kind::Closing} << 503 << u"server"_s;
        Refusal closing {Refusal::Kind::Closing};
        closing.generation = u"gen_1"_s;
        QTest::newRow("closing over a call") << closing << 424 << u"server"_s;
    }
    void refusals()
    {
        QFETCH(Refusal, refusal);
        const GatewayResponse response = dialect.refusal(refusal);
        QTEST(response.status, "status");
        const QJsonObject told = jsonOf(response).value("error"_L1).toObject();
        QCOMPARE(told.value("code"_L1).toInt(), response.status);
        QTEST(told["metadata"_L1]["error_type"_L1].toString(), "type");
    }

    void errorsInStreams()
    {
        Error error;
        error.kind = ErrorKind::Timeout;
        const GatewayResponse response = dialect.error(error);
        const QByteArray images = dialect.errorEvent(CallKind::Generation, response);
        QVERIFY(images.endsWith("data: [DONE]\n\n"));
        const QJsonObject event = eventsIn(images).first();
        QCOMPARE(event.value("type"_L1), u"error"_s);
        QCOMPARE(event["error"_L1]["code"_L1].toString(), u"424"_s);
        QCOMPARE(event["error"_L1]["type"_L1].toString(), u"timeout"_s);
        const QJsonObject chunk = eventsIn(dialect.errorEvent(CallKind::Chat, response)).first();
        QCOMPARE(chunk["error"_L1]["code"_L1].toInt(), 424);
        QCOMPARE(chunk["choices"_L1][0]["finish_reason"_L1].toString(), u"error"_s);
    }

    void keys()
    {
        KeyFacts facts;
        facts.name = u"laptop"_s;
        facts.ever = Money::fromMicros(1'500'000);
        facts.today = Money::fromMicros(250'000);
        facts.unknown = 2;
        QJsonObject data = jsonOf(dialect.key(facts)).value("data"_L1).toObject();
        QCOMPARE(data.value("label"_L1), u"laptop"_s);
        QVERIFY(data.value("limit"_L1).isNull() && data.value("limit_remaining"_L1).isNull());
        QCOMPARE(data.value("usage"_L1).toDouble(), 1.5);
        QCOMPARE(data.value("usage_daily"_L1).toDouble(), 0.25);
        QCOMPARE(data.value("requests_of_unknown_cost"_L1), 2);
        QCOMPARE(data.value("rate_limit"_L1)["requests"_L1].toInt(), -1);
        facts.perMinute = 30;
        BudgetState state;
        state.budget.limit = Money::fromMicros(5'000'000);
        state.budget.period = Period::Week;
        state.spent = Money::fromMicros(4'000'000);
        state.reserved = Money::fromMicros(2'000'000);
        facts.limit = state;
        data = jsonOf(dialect.key(facts)).value("data"_L1).toObject();
        QCOMPARE(data.value("limit"_L1).toDouble(), 5.0);
        QCOMPARE(data.value("limit_remaining"_L1).toDouble(), 0.0);
        QCOMPARE(data.value("limit_reset"_L1), u"weekly"_s);
        QCOMPARE(data.value("rate_limit"_L1)["requests"_L1].toInt(), 30);
        QCOMPARE(data.value("rate_limit"_L1)["interval"_L1].toString(), u"60s"_s);
    }

    void creditsAreWhatTheBudgetLeaves()
    {
        QCOMPARE(dialect.credits({Money::fromMicros(1'000'000), {}}).status, 404);
        const QJsonObject data = jsonOf(dialect.credits({Money::fromMicros(1'000'000), Money::fromMicros(3'000'000)}))
                                     .value("data"_L1)
                                     .toObject();
        QCOMPARE(data.value("total_credits"_L1).toDouble(), 4.0);
        QCOMPARE(data.value("total_usage"_L1).toDouble(), 1.0);
    }

    void receipts()
    {
        const QJsonObject data = jsonOf(dialect.receipt(generation())).value("data"_L1).toObject();
        QCOMPARE(data.value("id"_L1), u"gen_1"_s);
        QCOMPARE(data.value("total_cost"_L1).toDouble(), 0.04);
        QCOMPARE(data.value("provider_name"_L1), u"Google AI Studio"_s);
        QCOMPARE(data.value("generation_time"_L1).toInt(), 2500);
        QCOMPARE(data.value("num_media_completion"_L1), 1);
        QCOMPARE(data.value("native_tokens_completion_images"_L1), 4000);
        QCOMPARE(data.value("finish_reason"_L1), u"stop"_s);
        QCOMPARE(data.value("provider_responses"_L1).toArray().size(), 2);
    }

    void activity()
    {
        const ActivityRow row {QDate(2026, 11, 29), u"b"_s, u"fal"_s, 3, 4, Money::fromMicros(90'000), 1};
        const QJsonObject entry = jsonOf(dialect.activity({row}))["data"_L1][0].toObject();
        QCOMPARE(entry.value("date"_L1), u"2026-11-29"_s);
        QCOMPARE(entry.value("model"_L1), u"b"_s);
        QCOMPARE(entry.value("provider_name"_L1), u"fal"_s);
        QCOMPARE(entry.value("requests"_L1), 3);
        QCOMPARE(entry.value("usage"_L1).toDouble(), 0.09);
        QCOMPARE(entry.value("requests_of_unknown_cost"_L1), 1);
    }
};

QTEST_GUILESS_MAIN(TestOpenRouterAnswers)
#include "test_openrouteranswers.moc"
