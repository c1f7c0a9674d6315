// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/bflinput.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"

#include <QImage>

#include <algorithm>
#include <cmath>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QList<BflModel> &models()
{
    using Size = BflModel::Size;
    const auto model = [](const QString &id, Size size, double first, double extra = 0) {
        const std::optional<VendorInputs> inputs = VendorInputs::find(u"black-forest-labs"_s, id);
        const QString format = inputs->field(u"output_format"_s).words.value(0);
        return BflModel {id, size, formatFromName(format).value_or(ImageFormat::Jpeg), first, extra, *inputs};
    };
    static const QList<BflModel> table {
        model(u"flux-2-pro"_s, Size::Free, 3, 1.5),
        model(u"flux-2-max"_s, Size::Free, 7, 3),
        model(u"flux-2-flex"_s, Size::Free, 5, 5),
        model(u"flux-2-klein-4b"_s, Size::Free, 1.4, 0.1),
        model(u"flux-2-klein-9b"_s, Size::Free, 1.5, 0.2),
        model(u"flux-kontext-pro"_s, Size::Ratio, 4),
        model(u"flux-kontext-max"_s, Size::Ratio, 8),
        model(u"flux-pro-1.1"_s, Size::Steps32, 4),
        model(u"flux-pro"_s, Size::Steps32, 5),
        model(u"flux-dev"_s, Size::Steps32, 2.5),
        model(u"flux-pro-1.1-ultra"_s, Size::Ratio, 6),
        model(u"flux-pro-1.0-fill"_s, Size::Picture, 5),
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
        checkFields();
        checkSize();
        m_work.format = formatFromName(m_body.value("output_format"_L1).toString()).value_or(m_model.format);
        checkPictures();
        m_work.seed = m_body.value("seed"_L1).toInteger(7);
    }

private:
    void complain(const QString &field, const QString &type, const QString &text)
    {
        m_work.complaints.append(
            QJsonObject {{u"loc"_s, QJsonArray {u"body"_s, field}}, {u"msg"_s, text}, {u"type"_s, type}});
    }

    void checkFields()
    {
        const QList<VendorInputs::Wrong> faults = m_model.inputs.wrongIn(m_body);
        for (const VendorInputs::Wrong &wrong : faults) {
            if (wrong.kind == VendorInputs::Wrong::Kind::Unknown) {
                m_work.ignored.append(wrong.field);
                continue;
            }
            const auto [type, text] = VendorInputs::told(wrong, u"enum"_s);
            complain(wrong.field, type, text);
        }
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
            const qint64 budget = m_model.id.endsWith("ultra"_L1) ? 4'000'000 : 1024LL * 1024;
            const QSize like = m_body.contains("aspect_ratio"_L1) ? QSize() : sizeLikePictureIn(m_body, budget);
            m_work.size = like.isValid() ? like : sizeFor(ratio.value_or(AspectRatio()), budget);
        } else if (m_model.size != BflModel::Size::Picture) {
            const bool free = m_model.size == BflModel::Size::Free;
            checkSide(u"width"_s, free ? 64 : 256, free ? 0 : 1440, free ? 16 : 32);
            checkSide(u"height"_s, free ? 64 : 256, free ? 0 : 1440, free ? 16 : 32);
            const QSize like = m_body.contains("width"_L1) ? QSize() : sizeLikePictureIn(m_body);
            m_work.size = like.isValid()
                ? like
                : QSize(m_body.value("width"_L1).toInt(1024), m_body.value("height"_L1).toInt(768));
            if (m_work.megapixels() > 4) {
                complain(u"width"_s, u"value_error"_s, u"At most 4 megapixels"_s);
            }
        }
    }

    void checkPictures()
    {
        QStringList fields {u"input_image"_s, u"image"_s, u"mask"_s, u"image_prompt"_s};
        for (int i = 2; m_model.inputs.has(QString(u"input_image_"_s + QString::number(i))); ++i) {
            fields += QString(u"input_image_"_s + QString::number(i));
        }
        for (const QString &field : std::as_const(fields)) {
            const QJsonValue value = m_body.value(field);
            const QImage linked = linkedPicture(value.toString());
            if (!linked.isNull() && field.startsWith("input_image"_L1)) { // others are base64 alone
                m_work.inputs.append(linked.size());
                continue;
            }
            const auto decoded =
                QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
            if (!value.isUndefined() && (!decoded || !sniffFormat(decoded.decoded))) {
                complain(field, u"value_error"_s, u"Invalid base64 image"_s);
            } else if (!value.isUndefined() && field != "mask"_L1) {
                m_work.inputs.append(QImage::fromData(decoded.decoded).size());
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
