// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/comfyui/comfyuiadapter.h"

#include "providers/comfyui/comfyuianswer.h"
#include "providers/comfyui/comfyuigraph.h"
#include "providers/comfyui/comfyuisocket.h"
#include "providers/common/httperrors.h"
#include "providers/common/joberrors.h"
#include "providers/common/maskpicture.h"
#include "providers/common/multipart.h"
#include "providers/common/pictures.h"
#include "providers/common/polling.h"
#include "providers/common/requests.h"
#include "providers/common/urls.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString name = QStringLiteral("ComfyUI");
constexpr QLatin1StringView poll = "poll"_L1;

QUrl address(const Credentials &credentials, const QString &path)
{
    return endpoint(credentials.baseUrl, QUrl(u"http://127.0.0.1:8188"_s), path);
}

QString phaseOf(const AdapterState &state)
{
    return state.value("phase"_L1).toString();
}

std::optional<qint64> seedOf(const AdapterState &state)
{
    return state.contains("seed"_L1) ? std::optional(state.value("seed"_L1).toInteger()) : std::nullopt;
}

AdapterState withPhase(AdapterState state, const QString &phase)
{
    state.insert("phase"_L1, phase);
    return state;
}

/// Under a name that follows from its content: the same picture again takes the place of itself.
HttpRequest upload(const QByteArray &picture, const Credentials &credentials)
{
    const QByteArray hash = QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex().left(16);
    const QByteArray type = pictureMimeType(picture);
    const QString suffix = QString::fromLatin1(type).section(u'/', 1);
    Multipart form;
    form.addFile(u"image"_s, u"lightwell-%1.%2"_s.arg(QString::fromLatin1(hash), suffix), type, picture);
    form.addText(u"overwrite"_s, u"true"_s);
    HttpRequest request;
    request.method = "POST"_ba;
    request.url = address(credentials, u"/upload/image"_s);
    request.setHeader("Accept"_ba, "application/json"_ba);
    request.setHeader("Content-Type"_ba, form.contentType());
    request.body = form.body();
    return request;
}

QStringList uploadsIn(const AdapterState &state)
{
    QStringList names;
    const QJsonArray list = state.value("uploads"_L1).toArray();
    for (const QJsonValue &entry : list) {
        names.append(entry.toString());
    }
    return names;
}

/// The next picture to upload, or the order.
Step goOn(const Plan &plan, const AdapterState &state, const Credentials &credentials)
{
    const QStringList uploads = uploadsIn(state);
    const QList<InputImage> &images = plan.request.images;
    if (uploads.size() < images.size()) {
        return Send {upload(images.at(uploads.size()).bytes, credentials), withPhase(state, u"upload"_s)};
    }
    if (plan.request.mask && uploads.size() == images.size()) {
        const Result<QByteArray> mask = plannedMask(plan);
        return mask ? Step(Send {upload(mask.value(), credentials), withPhase(state, u"upload"_s)})
                    : Step(Failed {mask.error()});
    }
    const QJsonObject graph = comfyUiGraph(plan, seedOf(state), uploads);
    const QUuid client = QUuid::createUuidV5(QUuid(), QJsonDocument(graph).toJson(QJsonDocument::Compact));
    AdapterState next = withPhase(state, u"submit"_s);
    next.insert("client"_L1, client.toString(QUuid::WithoutBraces));
    const QJsonObject body {{u"prompt"_s, graph}, {u"client_id"_s, next.value("client"_L1)}};
    return Send {submission(address(credentials, u"/prompt"_s), body), next};
}

Step uploaded(const Plan &plan, AdapterState state, const HttpResponse &response, const Credentials &credentials)
{
    const QJsonObject answer = response.json();
    const QString file = answer.value("name"_L1).toString();
    if (!response.isSuccess() || file.isEmpty()) {
        Error error = response.isSuccess() ? missingInAnswer(response, name, u"name"_s)
                                           : comfyUiError(response, plan.offer, name);
        error.billing = Billing::NotBilled;
        return Failed {error};
    }
    const QString folder = answer.value("subfolder"_L1).toString();
    QJsonArray uploads = state.value("uploads"_L1).toArray();
    uploads.append(folder.isEmpty() ? file : QString(folder + u'/' + file));
    state.insert("uploads"_L1, uploads);
    return goOn(plan, state, credentials);
}

HttpRequest socketOf(const AdapterState &state, const Credentials &credentials)
{
    HttpRequest socket;
    socket.url = address(credentials, u"/ws?clientId="_s + state.value("client"_L1).toString());
    socket.url.setScheme(socket.url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    return socket;
}

Step ask(const AdapterState &state, const QString &phase, const Credentials &credentials,
         std::optional<std::chrono::milliseconds> after = {}, const ComfyUiTurn &turn = {})
{
    const auto history = keptRequest(state, poll, credentials, {});
    const bool asksQueue = phase == "queue"_L1;
    if (!history) {
        return Failed {foreignAddress({}, name)};
    }
    Wait wait;
    wait.request = asksQueue ? getRequest(address(credentials, u"/queue"_s)) : *history;
    wait.state = withPhase(state, phase);
    wait.after = after;
    wait.socket = socketOf(state, credentials);
    if (turn.isKnown && !turn.isRunning) {
        wait.queuePosition = turn.before;
    }
    return wait;
}

Step submitted(const Plan &plan, AdapterState state, const HttpResponse &response, const Credentials &credentials)
{
    if (!response.isSuccess()) {
        return Failed {comfyUiError(response, plan.offer, name)};
    }
    const QString id = response.json().value("prompt_id"_L1).toString();
    if (id.isEmpty()) {
        return Failed {missingInAnswer(response, name, u"prompt_id"_s)};
    }
    state.insert("id"_L1, id);
    state.insert(poll, address(credentials, u"/history/"_s + pathSegment(id)).toString(QUrl::FullyEncoded));
    return ask(state, u"history"_s, credentials);
}

Step told(const Plan &plan, const AdapterState &state, const HttpResponse &response, const Credentials &credentials)
{
    if (!response.isSuccess()) {
        return oddAnswer(response, comfyUiError(response, plan.offer, name));
    }
    if (!response.body.trimmed().startsWith('{')) {
        return oddAnswer(response, missingInAnswer(response, name, u"outputs"_s));
    }
    const QJsonObject entry = response.json().value(state.value("id"_L1).toString()).toObject();
    if (!entry.isEmpty()) {
        return settledEnd(comfyUiOutcome(response, entry, address(credentials, u"/view"_s), plan, seedOf(state), name),
                          response, name);
    }
    if (state.value("missing"_L1).toBool()) {
        return endIfItStays(response, jobIsLost(response, name));
    }
    return ask(state, u"queue"_s, credentials, 1ms);
}

/// Whatever it says: the history decides.
Step queued(AdapterState state, const HttpResponse &response, const Credentials &credentials)
{
    const QJsonObject queue = response.isSuccess() ? response.json() : QJsonObject();
    const ComfyUiTurn turn = comfyUiTurn(queue, state.value("id"_L1).toString());
    if (queue.value("queue_running"_L1).isArray()) {
        state.insert("running"_L1, turn.isRunning);
        if (!turn.isKnown) {
            state.insert("missing"_L1, true);
        }
    }
    return ask(state, u"history"_s, credentials, {}, turn);
}

} // namespace

ProviderInfo ComfyUiAdapter::info() const
{
    ProviderInfo info;
    info.id = u"comfyui"_s;
    info.name = name;
    info.defaultBaseUrl = QUrl(u"http://127.0.0.1:8188"_s);
    info.needsKey = false;
    info.bills = false;
    info.callsAtOnce = 1; // it paints one picture after another
    info.note = QCoreApplication::translate(
        "Provider",
        "Your own server. Checkpoint models work with the built-in workflows; put others as workflows of "
        "your own into the folder “workflows” beside your settings.");
    return info;
}

Step ComfyUiAdapter::begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const
{
    AdapterState state;
    if (call.seed) {
        state.insert("seed"_L1, *call.seed);
    }
    return goOn(plan, state, credentials);
}

Step ComfyUiAdapter::advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                             const Credentials &credentials) const
{
    const QString phase = phaseOf(state);
    if (phase == "upload"_L1) {
        return uploaded(plan, state, response, credentials);
    }
    if (phase == "history"_L1) {
        return told(plan, state, response, credentials);
    }
    return phase == "queue"_L1 ? queued(state, response, credentials) : submitted(plan, state, response, credentials);
}

QList<Interim> ComfyUiAdapter::streamed(const Plan &, const AdapterState &state, const StreamEvent &event) const
{
    return comfyUiInterim(event, state.value("id"_L1).toString());
}

std::optional<HttpRequest> ComfyUiAdapter::resume(const AdapterState &state, const Credentials &credentials) const
{
    const QString phase = phaseOf(state);
    if (phase == "queue"_L1) {
        return getRequest(address(credentials, u"/queue"_s));
    }
    return phase == "history"_L1 ? keptRequest(state, poll, credentials, {}) : std::nullopt;
}

std::optional<HttpRequest> ComfyUiAdapter::cancel(const AdapterState &state, const Credentials &credentials) const
{
    const QString id = state.value("id"_L1).toString();
    if (id.isEmpty()) {
        return std::nullopt;
    }
    const bool runs = state.value("running"_L1).toBool();
    const QJsonObject body = runs ? QJsonObject {{u"prompt_id"_s, id}} : QJsonObject {{u"delete"_s, QJsonArray {id}}};
    HttpRequest request = getRequest(address(credentials, runs ? u"/interrupt"_s : u"/queue"_s));
    postJson(request, QJsonDocument(body));
    return request;
}

std::optional<HttpRequest> ComfyUiAdapter::keyCheck(const Credentials &credentials) const
{
    return getRequest(address(credentials, u"/system_stats"_s));
}

std::optional<Error> ComfyUiAdapter::readKeyCheck(const HttpResponse &response) const
{
    return response.isSuccess() ? std::nullopt : std::optional(comfyUiError(response, {}, name));
}

} // namespace lightwell
