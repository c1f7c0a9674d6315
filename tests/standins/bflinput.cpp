// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/bflinput.h"

#include "core/model/sizerule.h"

#include <QImage>

#include <algorithm>
#include <cmath>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QList<BflModel> &models()
{
    using Size = BflModel::Size;
    const QStringList flex {u"prompt_upsampling"_s, u"guidance"_s, u"steps"_s};
    const QStringList redux {u"image_prompt"_s, u"prompt_upsampling"_s};
    static const QList<BflModel> table {
        {u"flux-2-pro"_s, Size::Free, 8, ImageFormat::Jpeg, 5, {}, {}, 3, 1.5},
        {u"flux-2-max"_s, Size::Free, 8, ImageFormat::Jpeg, 5, {}, {}, 7, 3},
        {u"flux-2-flex"_s, Size::Free, 8, ImageFormat::Jpeg, 5, {}, flex, 5, 5},
        {u"flux-2-klein-4b"_s, Size::Free, 4, ImageFormat::Jpeg, 5, {}, {}, 1.4, 0.1},
        {u"flux-2-klein-9b"_s, Size::Free, 4, ImageFormat::Jpeg, 5, {}, {}, 1.5, 0.2},
        {u"flux-kontext-pro"_s, Size::Ratio, 4, ImageFormat::Png, 6, {}, {u"prompt_upsampling"_s}, 4, 0},
        {u"flux-kontext-max"_s, Size::Ratio, 4, ImageFormat::Png, 6, {}, {u"prompt_upsampling"_s}, 8, 0},
        {u"flux-pro-1.1"_s, Size::Steps32, 0, ImageFormat::Jpeg, 6, {}, redux, 4, 0},
        {u"flux-pro"_s, Size::Steps32, 0, ImageFormat::Jpeg, 6, {}, redux + flex, 5, 0},
        {u"flux-dev"_s, Size::Steps32, 0, ImageFormat::Jpeg, 6, {}, redux + flex, 2.5, 0},
        {u"flux-pro-1.1-ultra"_s, Size::Ratio, 0, ImageFormat::Jpeg, 6, {}, redux + QStringList {u"raw"_s}, 6, 0},
        {u"flux-pro-1.0-fill"_s, Size::Picture, 0, ImageFormat::Jpeg, 6, {u"image"_s}, {u"mask"_s, u"steps"_s}, 5, 0},
    };
    return table;
}

class Checker
{
public:
    Checker(const BflModel &model, const QJsonObject &body, BflWork &work)
        : m_model(model)
        , m_body(body)
        , m_work(work)
    {
    }

    void check()
    {
        const QStringList required = m_model.required + QStringList {u"prompt"_s};
        for (const QString &field : required) {
            if (!m_body.value(field).isString()) {
                complain(field, u"missing"_s, u"Field required"_s);
            }
        }
        checkSize();
        checkFormat();
        checkPictures();
        const QJsonValue tolerance = m_body.value("safety_tolerance"_L1);
        if (!tolerance.isUndefined() && (tolerance.toInt(-1) < 0 || tolerance.toInt() > m_model.maxTolerance)) {
            complain(u"safety_tolerance"_s, u"less_than_equal"_s, u"Input is out of range"_s);
        }
        m_work.seed = m_body.value("seed"_L1).toInteger(7);
        listIgnored();
    }

private:
    void complain(const QString &field, const QString &type, const QString &text)
    {
        m_work.complaints.append(
            QJsonObject {{u"loc"_s, QJsonArray {u"body"_s, field}}, {u"msg"_s, text}, {u"type"_s, type}});
    }

    void checkSide(const QString &field, int low, int high, int step)
    {
        const int side = m_body.value(field).toInt(field == "width"_L1 ? 1024 : 768);
        if (side < low || (high > 0 && side > high)) {
            complain(field, side < low ? u"greater_than_equal"_s : u"less_than_equal"_s, u"Input is out of range"_s);
        } else if (side % step != 0) {
            complain(field, u"multiple_of"_s, u"Input should be a multiple of "_s + QString::number(step));
        }
    }

    void checkSize()
    {
        if (m_model.size == BflModel::Size::Ratio) {
            const QString text = m_body.value("aspect_ratio"_L1).toString(u"16:9"_s);
            const std::optional<AspectRatio> ratio = AspectRatio::parse(text);
            if (!ratio || ratio->value() > 21.0 / 9 + 1e-9 || ratio->value() < 9.0 / 21 - 1e-9) {
                complain(u"aspect_ratio"_s, u"value_error"_s, u"The ratio must lie between 21:9 and 9:21"_s);
            }
            const qint64 budget = m_model.id.endsWith("ultra"_L1) ? 4'000'000 : 1024 * 1024;
            m_work.size = sizeFor(ratio.value_or(AspectRatio()), budget);
        } else if (m_model.size != BflModel::Size::Picture) {
            const bool free = m_model.size == BflModel::Size::Free;
            checkSide(u"width"_s, free ? 64 : 256, free ? 0 : 1440, free ? 16 : 32);
            checkSide(u"height"_s, free ? 64 : 256, free ? 0 : 1440, free ? 16 : 32);
            m_work.size = QSize(m_body.value("width"_L1).toInt(1024), m_body.value("height"_L1).toInt(768));
            if (m_work.megapixels() > 4) {
                complain(u"width"_s, u"value_error"_s, u"At most 4 megapixels"_s);
            }
        }
    }

    void checkFormat()
    {
        const QJsonValue value = m_body.value("output_format"_L1);
        m_work.format = m_model.format;
        if (value.isUndefined()) {
            return;
        }
        const std::optional<ImageFormat> format = formatFromName(value.toString());
        if (value != "jpeg"_L1 && value != "png"_L1 && value != "webp"_L1) {
            complain(u"output_format"_s, u"enum"_s, u"Input should be 'jpeg', 'png' or 'webp'"_s);
        }
        m_work.format = format.value_or(m_model.format);
    }

    void checkPictures()
    {
        QStringList fields {u"input_image"_s, u"image"_s, u"mask"_s, u"image_prompt"_s};
        for (int i = 2; i <= m_model.pictures; ++i) {
            fields += QString(u"input_image_"_s + QString::number(i));
        }
        for (const QString &field : std::as_const(fields)) {
            const QJsonValue value = m_body.value(field);
            const auto decoded =
                QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
            if (!value.isUndefined() && (!decoded || !sniffFormat(decoded.decoded))) {
                complain(field, u"value_error"_s, u"Invalid base64 image"_s);
            } else if (!value.isUndefined() && field != "mask"_L1) {
                m_work.inputs.append(QImage::fromData(decoded.decoded).size());
            }
        }
    }

    void listIgnored()
    {
        QStringList known {u"prompt"_s, u"seed"_s, u"output_format"_s, u"safety_tolerance"_s};
        known += m_model.required + m_model.further;
        if (m_model.size == BflModel::Size::Ratio) {
            known += u"aspect_ratio"_s;
        } else if (m_model.size != BflModel::Size::Picture) {
            known += {u"width"_s, u"height"_s};
        }
        for (int i = 1; i <= m_model.pictures; ++i) {
            known += i == 1 ? u"input_image"_s : QString(u"input_image_"_s + QString::number(i));
        }
        const QStringList given = m_body.keys();
        for (const QString &field : given) {
            if (!known.contains(field)) {
                m_work.ignored.append(field);
            }
        }
    }

    const BflModel &m_model;
    const QJsonObject &m_body;
    BflWork &m_work;
};

} // namespace

const BflModel *BflModel::find(const QString &id)
{
    for (const BflModel &model : models()) {
        if (model.id == id) {
            return &model;
        }
    }
    return nullptr;
}

BflWork BflWork::read(const BflModel &model, const QJsonObject &body)
{
    BflWork work;
    Checker(model, body, work).check();
    return work;
}

namespace {

/// Of 1024 × 1024: the vendor reports 1.98 of them for 1920x1080.
double megapixelsOf(QSize size)
{
    return static_cast<double>(size.width()) * size.height() / (1024 * 1024);
}

/// Larger pictures are scaled down before the model looks at them.
double inputMegapixelsOf(QSize size)
{
    return std::min(megapixelsOf(size), 4.0);
}

} // namespace

double BflWork::megapixels() const
{
    return megapixelsOf(size);
}

double BflWork::inputMegapixels() const
{
    double sum = 0;
    for (const QSize input : inputs) {
        sum += inputMegapixelsOf(input);
    }
    return sum;
}

double BflWork::credits(const BflModel &model) const
{
    double cost = model.first + (std::ceil(megapixels()) - 1) * model.extra;
    for (const QSize input : inputs) {
        cost += std::ceil(inputMegapixelsOf(input)) * model.extra;
    }
    return cost;
}

} // namespace lightwell::test
