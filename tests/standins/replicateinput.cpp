// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/replicateinput.h"

#include <QCryptographicHash>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QList<ReplicateModel> &models()
{
    using Output = ReplicateModel::Output;
    const QStringList webpFirst {u"webp"_s, u"jpg"_s, u"png"_s};
    const QStringList cog {u"megapixels"_s, u"output_quality"_s, u"go_fast"_s, u"num_inference_steps"_s,
                           u"disable_safety_checker"_s};
    static const QList<ReplicateModel> table {
        {u"black-forest-labs/flux-schnell"_s, true, Output::List, false, 4, webpFirst, cog},
        {u"black-forest-labs/flux-dev"_s, true, Output::List, false, 4, webpFirst,
         cog + QStringList {u"guidance"_s, u"image"_s, u"prompt_strength"_s}},
        {u"black-forest-labs/flux-1.1-pro"_s, true, Output::Text, false, 1, webpFirst, {u"output_quality"_s}},
        {u"black-forest-labs/flux-fill-pro"_s, true, Output::Text, false, 1, webpFirst, {u"image"_s, u"mask"_s}},
        {u"stability-ai/sdxl"_s, false, Output::List, true, 4, {}, {u"negative_prompt"_s, u"image"_s, u"mask"_s}},
        {u"example/layers"_s, false, Output::Object, true, 1, {}, {}},
    };
    return table;
}

QSize cogSize(const QString &ratio)
{
    static const QHash<QString, QSize> sizes {
        {u"1:1"_s, {1024, 1024}}, {u"16:9"_s, {1344, 768}}, {u"21:9"_s, {1536, 640}}, {u"3:2"_s, {1216, 832}},
        {u"2:3"_s, {832, 1216}},  {u"4:5"_s, {896, 1088}},  {u"5:4"_s, {1088, 896}},  {u"3:4"_s, {896, 1152}},
        {u"4:3"_s, {1152, 896}},  {u"9:16"_s, {768, 1344}}, {u"9:21"_s, {640, 1536}}};
    return sizes.value(ratio);
}

class Checker
{
public:
    Checker(const ReplicateModel &model, const QJsonObject &input, ReplicateWork &work)
        : m_model(model)
        , m_input(input)
        , m_work(work)
    {
    }

    void check()
    {
        if (!m_input.value("prompt"_L1).isString()) {
            m_work.complaints.append(u"input: prompt is required"_s);
        }
        checkSize();
        checkCount();
        const QString format = m_input.value("output_format"_L1).toString(m_model.formats.value(0, u"png"_s));
        if (!m_model.formats.isEmpty() && !m_model.formats.contains(format)) {
            complain(u"output_format"_s, u"must be one of the following: "_s + m_model.formats.join(u", "_s));
        }
        m_work.format = formatFromName(format).value_or(ImageFormat::Png);
        const QJsonValue seed = m_input.value("seed"_L1);
        if (!seed.isUndefined() && !seed.isDouble()) {
            complain(u"seed"_s, u"must be an integer"_s);
        }
        m_work.seed = static_cast<quint64>(seed.toInteger(7));
        checkQuality();
        checkKnown();
    }

private:
    void complain(const QString &field, const QString &text)
    {
        m_work.complaints.append(QString(u"input."_s + field + u": "_s + text));
    }

    void checkSize()
    {
        if (m_model.pixels) {
            const int width = m_input.value("width"_L1).toInt(1024);
            const int height = m_input.value("height"_L1).toInt(1024);
            m_work.size = QSize(width, height);
            if (width % 8 != 0 || width < 64 || width > 2048) {
                complain(u"width"_s, u"must be a multiple of 8 from 64 to 2048"_s);
            }
            if (height % 8 != 0 || height < 64 || height > 2048) {
                complain(u"height"_s, u"must be a multiple of 8 from 64 to 2048"_s);
            }
            return;
        }
        m_work.size = cogSize(m_input.value("aspect_ratio"_L1).toString(u"1:1"_s));
        if (!m_work.size.isValid() || m_work.size.isEmpty()) {
            complain(u"aspect_ratio"_s, u"must be one of the following: \"1:1\", \"16:9\", \"21:9\", …"_s);
        }
        const QJsonValue megapixels = m_input.value("megapixels"_L1);
        if (megapixels == "0.25"_L1) {
            m_work.size /= 2;
        } else if (!megapixels.isUndefined() && megapixels != "1"_L1) {
            complain(u"megapixels"_s, u"must be one of the following: \"1\", \"0.25\""_s);
        }
    }

    void checkQuality()
    {
        const QJsonValue quality = m_input.value("output_quality"_L1);
        const qint64 number = quality.toInteger(-1);
        if (!quality.isUndefined() && (number < 0 || number > 100)) {
            complain(u"output_quality"_s, u"must be an integer from 0 to 100"_s);
        }
    }

    void checkCount()
    {
        const QJsonValue count = m_input.value("num_outputs"_L1);
        if (m_model.maxOutputs == 1 || count.isUndefined()) {
            return;
        }
        m_work.n = count.toInt(0);
        if (m_work.n < 1 || m_work.n > m_model.maxOutputs) {
            complain(u"num_outputs"_s, u"must be from 1 to "_s + QString::number(m_model.maxOutputs));
        }
    }

    void checkKnown()
    {
        QStringList known {u"prompt"_s, u"seed"_s};
        known += m_model.further;
        known += m_model.pixels ? QStringList {u"width"_s, u"height"_s} : QStringList {u"aspect_ratio"_s};
        if (m_model.maxOutputs > 1) {
            known += u"num_outputs"_s;
        }
        if (!m_model.formats.isEmpty()) {
            known += u"output_format"_s;
        }
        const QStringList given = m_input.keys();
        for (const QString &field : given) {
            if (!known.contains(field)) {
                m_work.complaints.append(QString(u"input: Additional property "_s + field + u" is not allowed"_s));
            }
        }
    }

    const ReplicateModel &m_model;
    const QJsonObject &m_input;
    ReplicateWork &m_work;
};

} // namespace

QString ReplicateModel::version() const
{
    return QString::fromLatin1(QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex());
}

const ReplicateModel *ReplicateModel::find(const QString &path)
{
    for (const ReplicateModel &model : models()) {
        if (model.path == path) {
            return &model;
        }
    }
    return nullptr;
}

const ReplicateModel *ReplicateModel::findVersion(const QString &version)
{
    for (const ReplicateModel &model : models()) {
        const bool bare = version == model.version() || version == QString(model.path + u':' + model.version());
        if (bare || (model.official && version == model.path)) {
            return &model;
        }
    }
    return nullptr;
}

ReplicateWork ReplicateWork::read(const ReplicateModel &model, const QJsonObject &input)
{
    ReplicateWork work;
    Checker(model, input, work).check();
    return work;
}

} // namespace lightwell::test
