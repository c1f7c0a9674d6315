// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/comfyui/comfyuianswer.h"

#include "core/adapter/vendorreasons.h"
#include "providers/comfyui/comfyuigraph.h"
#include "providers/common/httperrors.h"
#include "providers/common/joberrors.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// What is wrong with one node.
struct NodeFault
{
    ComfyUiPlace place;
    QString type;
    QString words;
};

std::optional<NodeFault> firstFault(const QJsonObject &nodes)
{
    for (auto node = nodes.begin(); node != nodes.end(); ++node) {
        const QJsonArray faults = node.value()["errors"_L1].toArray();
        for (const QJsonValue &fault : faults) {
            const QString input = fault["extra_info"_L1]["input_name"_L1].toString();
            QStringList words {node.value()["class_type"_L1].toString() + u' ' + node.key()};
            for (const auto key : {"message"_L1, "details"_L1}) {
                if (const QString text = fault[key].toString(); !text.isEmpty()) {
                    words.append(text);
                }
            }
            return NodeFault {{node.key(), input}, fault["type"_L1].toString(), words.join(u": "_s)};
        }
    }
    return std::nullopt;
}

/// {"type","data"} of the messages of a job, the last of one of these types.
std::optional<std::pair<QString, QJsonObject>> endIn(const QJsonObject &status)
{
    const QJsonArray messages = status.value("messages"_L1).toArray();
    for (qsizetype i = messages.size() - 1; i >= 0; --i) {
        const QString type = messages.at(i)[0].toString();
        if (type == "execution_error"_L1 || type == "execution_interrupted"_L1) {
            return std::pair {type, messages.at(i)[1].toObject()};
        }
    }
    return std::nullopt;
}

Error failedJob(const HttpResponse &response, const QJsonObject &status, const QString &provider)
{
    const auto end = endIn(status).value_or(std::pair {QString(), QJsonObject()});
    const QString exception = end.second.value("exception_type"_L1).toString();
    const QString node = end.second.value("node_type"_L1).toString() + u' ' + end.second.value("node_id"_L1).toString();
    const QString words = end.second.value("exception_message"_L1).toString().trimmed();
    Error error = jobFailed(response, provider, words.isEmpty() ? words : QString(node.trimmed() + u": "_s + words));
    error.code = exception;
    error.billing = Billing::NotBilled;
    const bool isStopped = end.first == "execution_interrupted"_L1;
    error.kind = isStopped ? ErrorKind::Cancelled : error.kind;
    error.setReason(isStopped                                  ? reasons::jobStopped(provider)
                        : exception.contains("OutOfMemory"_L1) ? reasons::outOfMemory(provider)
                                                               : reasons::failedForFree(provider));
    return error;
}

QUrl linkTo(const QJsonValue &file, QUrl view)
{
    QUrlQuery query;
    for (const auto key : {"filename"_L1, "subfolder"_L1, "type"_L1}) {
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(file[key].toString())));
    }
    view.setQuery(query.toString(QUrl::FullyEncoded), QUrl::StrictMode);
    return view;
}

/// The pictures that were saved; where none was, those that were only shown.
QList<QUrl> picturesIn(const QJsonObject &outputs, const QString &only, const QUrl &view)
{
    QList<QUrl> saved;
    QList<QUrl> shown;
    for (auto output = outputs.begin(); output != outputs.end(); ++output) {
        const QJsonArray files = output.value()["images"_L1].toArray();
        for (const QJsonValue &file : files) {
            const bool isMeant = only.isEmpty() || output.key() == only;
            if (isMeant && !file["filename"_L1].toString().isEmpty()) {
                (file["type"_L1].toString() == "temp"_L1 ? shown : saved).append(linkTo(file, view));
            }
        }
    }
    return saved.isEmpty() ? shown : saved;
}

} // namespace

Error comfyUiError(const HttpResponse &response, const Offer &offer, const QString &provider)
{
    const VendorMessage said = VendorMessage::read(response.body);
    Error error = errorFromStatus(response, said, provider);
    error.billing = Billing::NotBilled;
    if (const std::optional<NodeFault> fault = firstFault(response.json().value("node_errors"_L1).toObject())) {
        error.detail = redactedDetail(fault->words);
        error.code = fault->type;
        error.param = comfyUiParameter(offer, fault->place);
        error.kind = error.param == "model"_L1 ? ErrorKind::NotFound : ErrorKind::Invalid;
    } else if (error.code == "missing_node_type"_L1) {
        error.kind = ErrorKind::Unsupported;
    }
    explain(error, provider);
    return error;
}

Step comfyUiOutcome(const HttpResponse &response, const QJsonObject &entry, const QUrl &view, const Plan &plan,
                    std::optional<qint64> seed, const QString &provider)
{
    const QJsonObject status = entry.value("status"_L1).toObject();
    if (status.value("status_str"_L1).toString() == "error"_L1) {
        return Failed {failedJob(response, status, provider)};
    }
    Done done;
    const QString only = plan.offer.wire.constants.value("output"_L1).toString();
    const QList<QUrl> links = picturesIn(entry.value("outputs"_L1).toObject(), only, view);
    for (const QUrl &link : links) {
        ProducedMedia picture;
        picture.url = link;
        picture.seed = seed;
        done.media.append(picture);
    }
    return done.media.isEmpty() ? Step(Failed {missingInAnswer(response, provider, u"outputs"_s)}) : Step(done);
}

ComfyUiTurn comfyUiTurn(const QJsonObject &queue, const QString &id)
{
    const auto isOurs = [&id](const QJsonValue &job) { return job[1].toString() == id; };
    const QJsonArray running = queue.value("queue_running"_L1).toArray();
    if (std::any_of(running.begin(), running.end(), isOurs)) {
        return {true, true, 0};
    }
    const QJsonArray waiting = queue.value("queue_pending"_L1).toArray();
    const auto own = std::find_if(waiting.begin(), waiting.end(), isOurs);
    if (own == waiting.end()) {
        return {};
    }
    // The list is a heap: only the numbers tell the order.
    const double number = (*own)[0].toDouble();
    const auto before = std::count_if(waiting.begin(), waiting.end(),
                                      [number](const QJsonValue &job) { return job[0].toDouble() < number; });
    return {true, false, static_cast<int>(before)};
}

} // namespace lightwell
