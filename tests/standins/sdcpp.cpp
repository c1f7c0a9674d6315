// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/sdcpp.h"

#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral("/sdcpp/v1/");

Reply refuse(int status, const QString &error)
{
    return Reply::json({{u"error"_s, error}}, status);
}

QJsonObject capabilities()
{
    const QJsonObject model {{u"name"_s, u"flux1-schnell-q4_k.gguf"_s},
                             {u"stem"_s, u"flux1-schnell-q4_k"_s},
                             {u"path"_s, u"/models/flux1-schnell-q4_k.gguf"_s}};
    return {{u"model"_s, model},
            {u"supported_modes"_s, QJsonArray {u"img_gen"_s}},
            {u"samplers"_s, QJsonArray {u"euler"_s, u"euler_a"_s, u"dpm++2m"_s}},
            {u"schedulers"_s, QJsonArray {u"discrete"_s, u"karras"_s}},
            {u"loras"_s, QJsonArray {QJsonObject {{u"name"_s, u"detail"_s}, {u"path"_s, u"detail.safetensors"_s}}}},
            {u"upscalers"_s, QJsonArray()},
            {u"limits"_s, QJsonObject {{u"max_width"_s, 4096}, {u"max_batch_count"_s, 8}}}};
}

bool isPicture(const QJsonValue &value)
{
    return !QImage::fromData(QByteArray::fromBase64(value.toString().section(u',', -1).toLatin1())).isNull();
}

bool hasOddPicture(const QJsonObject &body)
{
    const QJsonArray references = body.value("ref_images"_L1).toArray();
    bool odd = !std::all_of(references.begin(), references.end(), isPicture);
    for (const auto field : {"init_image"_L1, "mask_image"_L1}) {
        odd = odd || (body.contains(field) && !isPicture(body.value(field)));
    }
    return odd;
}

} // namespace

QString SdCppStandIn::pointOf(const Received &request) const
{
    const QString last = request.path.section(u'/', -1);
    if (request.path.startsWith(root + u"jobs/"_s)) {
        return last == "cancel"_L1 ? last : u"status"_s;
    }
    return last == "img_gen"_L1 ? u"submit"_s : last;
}

Reply SdCppStandIn::answer(const Received &request, const QString &point)
{
    const bool isList = request.method == "GET"_ba && request.path.startsWith("/sdapi/v1/"_L1);
    if (point == "capabilities"_L1) {
        return Reply::json(capabilities());
    }
    if (isList && (point == "samplers"_L1 || point == "sd-models"_L1)) { // as Automatic1111's
        const QJsonObject entry {{u"name"_s, u"euler"_s}, {u"title"_s, u"flux1"_s}, {u"model_name"_s, u"flux1"_s}};
        return Reply::bytes(QJsonDocument(QJsonArray {entry}).toJson(), "application/json"_ba);
    }
    if (point == "submit"_L1 && request.method == "POST"_ba) {
        return submit(request);
    }
    if (point == "status"_L1 && request.method == "GET"_ba) {
        return status(request.path.section(u'/', -1));
    }
    if (point == "cancel"_L1 && request.method == "POST"_ba) {
        return cancel(request.path.section(u'/', -2, -2));
    }
    return Reply::bytes({}, "text/plain"_ba, 404);
}

Reply SdCppStandIn::submit(const Received &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject()) {
        return refuse(400, u"invalid json"_s);
    }
    m_body = document.object();
    const QList<VendorInputs::Wrong> faults = VendorInputs::find(u"sd-cpp"_s, u"img_gen"_s)->wrongIn(m_body);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            return refuse(400, wrong.field == "prompt"_L1 ? u"prompt required"_s : u"invalid generation parameters"_s);
        }
        complain(u"img_gen does not know the field "_s + wrong.field);
    }
    const QStringList samplers {u"euler"_s, u"euler_a"_s, u"dpm++2m"_s};
    const QString sampler = m_body.value("sample_params"_L1)["sample_method"_L1].toString(u"euler"_s);
    const QJsonArray loras = m_body.value("lora"_L1).toArray();
    for (const QJsonValue &lora : loras) {
        if (lora["path"_L1].toString() != "detail.safetensors"_L1) {
            return refuse(400, u"invalid lora path: "_s + lora["path"_L1].toString());
        }
    }
    if (hasOddPicture(m_body) || !samplers.contains(sampler)) {
        return refuse(400, u"invalid generation parameters"_s);
    }
    bill();
    const QString id = nextId(u"job_68a5c1f0_"_s);
    m_jobs.insert(id, {m_body, std::exchange(m_nextFailure, {}), polls(), false});
    return Reply::json({{u"id"_s, id},
                        {u"kind"_s, u"img_gen"_s},
                        {u"status"_s, u"queued"_s},
                        {u"created"_s, 1795300000},
                        {u"poll_url"_s, QString(root + u"jobs/"_s + id)}},
                       202);
}

QJsonObject SdCppStandIn::tell(const QString &id, const Job &job, const QString &state) const
{
    QJsonObject told {{u"id"_s, id},
                      {u"kind"_s, u"img_gen"_s},
                      {u"status"_s, state},
                      {u"queue_position"_s, state == "queued"_L1 ? job.pollsLeft : 0},
                      {u"result"_s, QJsonValue::Null},
                      {u"error"_s, QJsonValue::Null}};
    if (state == "failed"_L1 || state == "cancelled"_L1) {
        told.insert(u"error"_s,
                    QJsonObject {{u"code"_s, state == "failed"_L1 ? job.failure : state}, {u"message"_s, u"no"_s}});
    }
    if (state != "completed"_L1) {
        return told;
    }
    const QString word = job.body.value("output_format"_L1).toString(u"png"_s);
    const ImageFormat format = word == "jpeg"_L1 ? ImageFormat::Jpeg : ImageFormat::Png;
    const QSize size(job.body.value("width"_L1).toInt(512), job.body.value("height"_L1).toInt(512));
    QJsonArray images;
    for (int i = 0; i < job.body.value("batch_count"_L1).toInt(1); ++i) {
        const auto seed = static_cast<quint64>(job.body.value("seed"_L1).toInteger(42) + i);
        const QByteArray picture = paintedPicture(size, format, seed);
        images.append(QJsonObject {{u"index"_s, i}, {u"b64_json"_s, QString::fromLatin1(picture.toBase64())}});
    }
    told.insert(u"result"_s, QJsonObject {{u"output_format"_s, word}, {u"images"_s, images}});
    return told;
}

Reply SdCppStandIn::status(const QString &id)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end()) {
        return refuse(404, u"job not found"_s);
    }
    if (job->cancelled) {
        return Reply::json(tell(id, *job, u"cancelled"_s));
    }
    if (job->pollsLeft > 0) {
        --job->pollsLeft;
        return Reply::json(tell(id, *job, job->pollsLeft > 0 ? u"queued"_s : u"generating"_s));
    }
    return Reply::json(tell(id, *job, job->failure.isEmpty() ? u"completed"_s : u"failed"_s));
}

Reply SdCppStandIn::cancel(const QString &id)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end()) {
        return refuse(404, u"job not found"_s);
    }
    if (job->pollsLeft == 0) {
        return refuse(409, u"generation cannot be interrupted yet"_s);
    }
    job->cancelled = true;
    return Reply::json(tell(id, *job, u"cancelled"_s));
}

} // namespace lightwell::test
