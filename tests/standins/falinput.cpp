// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/falinput.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"

#include <cmath>
#include <map>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

QSize namedSize(const QString &word)
{
    static const QHash<QString, QSize> sizes {{u"square_hd"_s, {1024, 1024}},    {u"square"_s, {512, 512}},
                                              {u"portrait_4_3"_s, {768, 1024}},  {u"portrait_16_9"_s, {576, 1024}},
                                              {u"landscape_4_3"_s, {1024, 768}}, {u"landscape_16_9"_s, {1024, 576}}};
    return sizes.value(word);
}

class Checker
{
public:
    Checker(const FalEndpoint &endpoint, const QJsonObject &input, FalWork &work)
        : m_endpoint(endpoint)
        , m_input(input)
        , m_work(work)
    {
    }

    void check()
    {
        checkFields();
        m_work.n = m_input.value("num_images"_L1).toInt(1);
        const QString format = m_endpoint.inputs.field(u"output_format"_s).words.value(0, u"png"_s);
        m_work.format = formatFromName(m_input.value("output_format"_L1).toString(format)).value_or(ImageFormat::Png);
        m_work.seed = static_cast<quint64>(m_input.value("seed"_L1).toInteger(42));
        switch (m_endpoint.size()) {
        case FalEndpoint::Size::ImageSize:
            checkImageSize();
            break;
        case FalEndpoint::Size::Named:
            m_work.size = sizeFromString(m_input.value("image_size"_L1).toString()).value_or(QSize(1024, 1024));
            break;
        case FalEndpoint::Size::Ratio:
            chooseRatio();
            break;
        case FalEndpoint::Size::None:
            m_work.size = QSize(1024, 1024);
        }
        const bool isTold = m_input.contains("image_size"_L1) || m_input.contains("aspect_ratio"_L1);
        if (const QSize like = sizeLikePictureIn(m_input); !isTold && like.isValid() && !makesUsualShape()) {
            m_work.size = like;
        }
    }

private:
    void complain(const QString &field, const QString &type, const QString &text)
    {
        m_work.complaints.append(QJsonObject {{u"loc"_s, QJsonArray {u"body"_s, field}},
                                              {u"msg"_s, text},
                                              {u"type"_s, type},
                                              {u"url"_s, QString(u"https://docs.fal.ai/errors#"_s + type)},
                                              {u"input"_s, m_input.value(field)}});
    }

    void checkFields()
    {
        static const QStringList everywhere {u"enable_safety_checker"_s, u"safety_tolerance"_s, u"sync_mode"_s};
        const QList<VendorInputs::Wrong> faults = m_endpoint.inputs.wrongIn(m_input);
        for (const VendorInputs::Wrong &wrong : faults) {
            if (wrong.kind == VendorInputs::Wrong::Kind::Unknown) {
                m_work.ignored += everywhere.contains(wrong.field) ? QStringList() : QStringList {wrong.field};
                continue;
            }
            const auto [type, text] = VendorInputs::told(wrong, u"literal_error"_s);
            complain(wrong.field, type, text);
        }
    }

    /// By its documentation a square, whatever it is given.
    [[nodiscard]] bool makesUsualShape() const
    {
        return m_endpoint.id.contains("seedream"_L1) || m_endpoint.id.contains("omnigen"_L1);
    }

    void checkImageSize()
    {
        const QJsonValue value = m_input.value("image_size"_L1);
        const QJsonObject object = value.toObject();
        if (value.isObject()) {
            m_work.size = QSize(object.value("width"_L1).toInt(512), object.value("height"_L1).toInt(512));
        } else {
            m_work.size = namedSize(value.toString(u"landscape_4_3"_s));
        }
        const VendorInput sides = m_endpoint.inputs.field(u"image_size"_s);
        const int low = std::min(m_work.size.width(), m_work.size.height());
        const int high = std::max(m_work.size.width(), m_work.size.height());
        if (!m_work.size.isValid() || m_work.size.isEmpty()) {
            complain(u"image_size"_s, u"enum"_s, u"Input should be one of the permitted values"_s);
        } else if (low < sides.least.value_or(1) || high > sides.most.value_or(14'142)) {
            complain(u"image_size"_s, low < sides.least.value_or(1) ? u"greater_than_equal"_s : u"less_than_equal"_s,
                     u"Width and height are out of range"_s);
        }
    }

    void chooseRatio()
    {
        const QString ratio = m_input.value("aspect_ratio"_L1).toString(u"1:1"_s);
        const QString tier = m_input.value("resolution"_L1).toString(u"1K"_s);
        m_work.size = sizeFor(AspectRatio::parse(ratio).value_or(AspectRatio()),
                              tierPixels(tierFromName(tier).value_or(ResolutionTier::OneK)));
    }

    const FalEndpoint &m_endpoint;
    const QJsonObject &m_input;
    FalWork &m_work;
};

} // namespace

const FalEndpoint *FalEndpoint::find(const QString &id)
{
    static std::map<QString, FalEndpoint> known;
    const auto found = known.find(id);
    if (found != known.end()) {
        return &found->second;
    }
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"fal"_s, id);
    return inputs ? &known.emplace(id, FalEndpoint {id, *inputs}).first->second : nullptr;
}

FalEndpoint::Size FalEndpoint::size() const
{
    if (inputs.has(u"aspect_ratio"_s)) {
        return Size::Ratio;
    }
    if (!inputs.has(u"image_size"_s)) {
        return Size::None;
    }
    return inputs.field(u"image_size"_s).words.isEmpty() ? Size::ImageSize : Size::Named;
}

/// The makers that bill pictures, whatever their size.
bool FalEndpoint::perMegapixel() const
{
    const bool perPicture = id.contains("seedream"_L1) || id.contains("recraft"_L1) || id.contains("ideogram"_L1);
    return !perPicture && (size() == Size::ImageSize || size() == Size::None);
}

FalWork FalWork::read(const FalEndpoint &endpoint, const QJsonObject &input)
{
    FalWork work;
    Checker(endpoint, input, work).check();
    return work;
}

/// Megapixels of 1024 × 1024, whole ones: square_hd is one.
double FalWork::billableUnits(const FalEndpoint &endpoint) const
{
    const double megapixels = std::ceil(static_cast<double>(size.width()) * size.height() / (1024 * 1024));
    return n * (endpoint.perMegapixel() ? megapixels : 1);
}

} // namespace lightwell::test
