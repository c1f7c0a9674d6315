// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a client sends: it is refused before anything is paid, or what is read keeps its limits, has every picture
// that was sent, and becomes plans that are legal. The first line of the input is the path's end and the Content-Type.
#include "core/catalog/catalog.h"
#include "core/gateway/dialects/openai/openaidialect.h"
#include "core/gateway/http/multipartform.h"
#include "core/media/codec.h"
#include "core/media/worker/worker.h"
#include "core/model/requestlimits.h"
#include "tests/fuzz/require.h"
#include "tests/planning/planchecker.h"
#include "tests/support/keptplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;
using namespace Qt::StringLiterals;

namespace {

/// Where no program decodes them, pictures of foreign formats are refused.
const openai::OpenAiDialect &dialect()
{
    static const openai::OpenAiDialect dialect = [] {
        worker::setForTests(u"/nowhere"_s);
        return openai::OpenAiDialect();
    }();
    return dialect;
}

GatewayRequest requestIn(const QByteArray &input)
{
    const qsizetype line = input.indexOf('\n');
    const QByteArray head = input.left(line);
    const qsizetype space = head.indexOf(' ');
    GatewayRequest request;
    request.method = "POST";
    request.path = u"/v1/images/"_s + QString::fromLatin1(head.left(space));
    request.headers = {{"Content-Type", space < 0 ? "application/json"_ba : head.sliced(space + 1)}};
    request.body = line < 0 ? QByteArray() : input.sliced(line + 1);
    return request;
}

CallKind kindOf(const QString &path)
{
    return path.endsWith("edits"_L1)     ? CallKind::Edit
        : path.endsWith("variations"_L1) ? CallKind::Variation
                                         : CallKind::Generation;
}

/// By other means than the dialect's: what anybody would take for a picture.
void collectPictures(const QJsonValue &value, QSet<QByteArray> &found)
{
    const QString text = value.toString();
    if (text.startsWith("data:image/"_L1) && text.contains(";base64,"_L1)) {
        const QByteArray bytes = QByteArray::fromBase64(text.section(u',', 1).toLatin1());
        if (sniffFormat(bytes)) {
            found.insert(bytes);
        }
    }
    const QJsonArray list = value.toArray();
    for (const QJsonValue &entry : list) {
        collectPictures(entry, found);
    }
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (!field.key().endsWith("prompt"_L1)) { // words, whatever they look like
            collectPictures(field.value(), found);
        }
    }
}

QSet<QByteArray> picturesSent(const GatewayRequest &request)
{
    QSet<QByteArray> found;
    const QByteArray type = request.header("Content-Type");
    if (!isMultipartForm(type)) {
        collectPictures(QJsonDocument::fromJson(request.body).object(), found);
        return found;
    }
    if (const Result<QList<FormField>> form = readMultipartForm(type, request.body)) {
        for (const FormField &field : *form) {
            if (field.isFile) {
                found.insert(QByteArray(field.content.constData(), field.content.size()));
            }
        }
    }
    return found;
}

void checkRefusal(const Error &error)
{
    require(error.billing == Billing::NotBilled && !error.why().isEmpty(), "a refusal is free and has a reason");
    const GatewayResponse answer = dialect().error(error);
    require(answer.status >= 400 && answer.status < 500, "a refusal is the client's mistake");
    const QJsonObject told = QJsonDocument::fromJson(answer.body).object().value("error"_L1).toObject();
    require(!told.value("message"_L1).toString().isEmpty() && !told.value("type"_L1).toString().isEmpty(),
            "a refusal says what happened");
    require(told.contains("code"_L1) && told.contains("param"_L1), "a refusal has a code and names the field");
}

void checkRead(const Request &request)
{
    require(!request.model.isEmpty() && request.model.size() <= requestlimits::word, "a model's name is short");
    require(request.prompt.size() <= requestlimits::prompt && request.negativePrompt.size() <= requestlimits::prompt,
            "prompts keep their limit");
    for (const QString &word : {request.quality, request.style, request.background, request.user}) {
        require(word.size() <= requestlimits::word, "words are short");
    }
    require(request.n >= 1 && request.n <= requestlimits::pictures, "some pictures are asked for");
    require(request.seed.value_or(0) >= -1 && request.seed.value_or(0) <= requestlimits::seed, "a seed is exact");
    require(request.compression.value_or(0) >= 0 && request.compression.value_or(0) <= 100, "0 to 100");
    require(request.matte.isValid(), "a matte is a colour");
    require(request.extra.size() <= requestlimits::extraFields, "few fields are foreign");
    require(QJsonDocument(request.extra).toJson(QJsonDocument::Compact).size() <= 8 * requestlimits::extraBytes,
            "foreign fields are short");
    QList<InputImage> pictures = request.images;
    if (request.mask) {
        pictures.append(*request.mask);
    }
    for (const InputImage &picture : std::as_const(pictures)) {
        require(checkImage(picture.bytes).ok(), "a picture that goes out can be decoded");
        require(!picture.name.contains(u'/'), "a picture's name is no path");
    }
}

bool isSent(const Plan &plan, const QString &name)
{
    return std::any_of(plan.parameters.begin(), plan.parameters.end(), [&name](const PlannedParameter &parameter) {
        return parameter.name == name && parameter.treatment != Treatment::Dropped;
    });
}

void checkPlan(const Request &request, const Offer &offer, const Catalog &catalog)
{
    const Result<Plan> plan = catalog.plan(request, offer);
    if (!plan) {
        checkRefusal(plan.error());
        return;
    }
    const QByteArray fault = faultOf(*plan, request, offer).toUtf8();
    require(fault.isEmpty(), fault.constData());
    require(plan->request.images == request.images && plan->request.mask == request.mask, "a plan has every picture");
    require(request.images.isEmpty() || isSent(*plan, u"image"_s), "references are sent");
    require(!request.mask || isSent(*plan, u"mask"_s), "a mask is sent");
    require(test::keptAndRead(*plan).ok(), "a plan can be kept");
}

const Catalog &catalog()
{
    static const Catalog catalog = Catalog::builtIn();
    return catalog;
}

const QList<Offer> &offers()
{
    static const QList<Offer> offers = [] {
        QList<Offer> all;
        for (const Model &model : catalog().models()) {
            all.append(model.offers);
        }
        return all;
    }();
    return offers;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const GatewayRequest request = requestIn(input);
    const CallKind kind = kindOf(request.path);
    require(dialect().fingerprint(request, kind) == dialect().fingerprint(request, kind), "a fingerprint is stable");
    const Result<GenerationCall> call = dialect().readCall(request, kind);
    if (!call) {
        checkRefusal(call.error());
        return 0;
    }
    checkRead(call->request);
    const qsizetype taken = call->request.images.size() + (call->request.mask ? 1 : 0);
    require(picturesSent(request).size() <= taken, "no picture is passed over");
    const qsizetype choice = qChecksum(input);
    checkPlan(call->request, offers().at(choice % offers().size()), catalog());
    checkPlan(call->request, offers().at((choice * 7 + 1) % offers().size()), catalog());
    return 0;
}
