// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/falinput.h"

#include "core/model/sizerule.h"

#include <cmath>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QStringList &ratios()
{
    static const QStringList words {u"21:9"_s, u"16:9"_s, u"4:3"_s, u"3:2"_s,  u"5:4"_s, u"1:1"_s,
                                    u"4:5"_s,  u"2:3"_s,  u"3:4"_s, u"9:16"_s, u"9:21"_s};
    return words;
}

const QList<FalEndpoint> &endpoints()
{
    using Size = FalEndpoint::Size;
    const QStringList jpegPng {u"jpeg"_s, u"png"_s};
    const QStringList pngFirst {u"png"_s, u"jpeg"_s, u"webp"_s};
    const QStringList tuned {u"num_inference_steps"_s, u"guidance_scale"_s, u"acceleration"_s};
    const QStringList negative {u"negative_prompt"_s};
    const QStringList list {u"image_urls"_s};
    const QStringList one {u"image_url"_s};
    const QStringList wide = ratios() + QStringList {u"auto"_s};
    const QStringList tiers {u"1K"_s, u"2K"_s, u"4K"_s};
    const QString seedream = u"fal-ai/bytedance/seedream/"_s;
    const int any = 14142;
    static const QList<FalEndpoint> table {
        {u"fal-ai/flux/dev"_s, Size::ImageSize, {}, {}, 1, any, 4, jpegPng, {}, tuned, true},
        {u"fal-ai/flux/schnell"_s, Size::ImageSize, {}, {}, 1, any, 4, jpegPng, {}, tuned, true},
        {u"fal-ai/flux/krea"_s, Size::ImageSize, {}, {}, 1, any, 4, jpegPng, {}, tuned, true},
        {u"fal-ai/flux-pro/new"_s, Size::ImageSize, {}, {}, 1, any, 4, jpegPng, {}, {}, true},
        {u"fal-ai/flux-pro/v1.1"_s, Size::ImageSize, {}, {}, 1, any, 4, jpegPng, {}, {}, true},
        {u"fal-ai/flux-pro/v1.1-ultra"_s, Size::Ratio, ratios(), {}, 1, any, 4, jpegPng, {}, {u"raw"_s}, false},
        {u"fal-ai/flux-pro/kontext"_s, Size::Ratio, ratios(), {}, 1, any, 4, jpegPng, one, {}, false},
        {u"fal-ai/flux-pro/kontext/text-to-image"_s, Size::Ratio, ratios(), {}, 1, any, 4, jpegPng, {}, {}, false},
        {u"fal-ai/flux-pro/v1/fill"_s,
         Size::None,
         {},
         {},
         1,
         any,
         4,
         jpegPng,
         {u"image_url"_s, u"mask_url"_s},
         {},
         true},
        {u"fal-ai/flux-2"_s, Size::ImageSize, {}, {}, 512, 2048, 4, pngFirst, {}, tuned, true},
        {u"fal-ai/flux-2/edit"_s, Size::ImageSize, {}, {}, 512, 2048, 4, pngFirst, list, tuned, true},
        {u"fal-ai/flux-2/turbo"_s, Size::ImageSize, {}, {}, 512, 2048, 4, pngFirst, {}, tuned, true},
        {u"fal-ai/flux-2/klein/4b"_s, Size::ImageSize, {}, {}, 1, any, 4, pngFirst, {}, {}, true},
        {u"fal-ai/flux-2/klein/9b"_s, Size::ImageSize, {}, {}, 1, any, 4, pngFirst, {}, {}, true},
        {u"fal-ai/flux-2-pro"_s, Size::ImageSize, {}, {}, 1, any, 1, jpegPng, {}, {}, true},
        {u"fal-ai/flux-2-pro/edit"_s, Size::ImageSize, {}, {}, 1, any, 1, jpegPng, list, {}, true},
        {u"fal-ai/flux-2-max"_s, Size::ImageSize, {}, {}, 1, any, 1, jpegPng, {}, {}, true},
        {u"fal-ai/flux-2-flex"_s, Size::ImageSize, {}, {}, 1, any, 1, jpegPng, {}, tuned, true},
        {u"fal-ai/nano-banana-pro"_s, Size::Ratio, wide, tiers, 1, any, 4, pngFirst, {}, {}, false},
        {u"fal-ai/nano-banana-pro/edit"_s, Size::Ratio, wide, tiers, 1, any, 4, pngFirst, list, {}, false},
        {seedream + u"v4.5/text-to-image"_s, Size::ImageSize, {}, {}, 960, 4096, 6, {}, {}, {u"max_images"_s}, false},
        {seedream + u"v4.5/edit"_s, Size::ImageSize, {}, {}, 960, 4096, 6, {}, list, {u"max_images"_s}, false},
        {u"fal-ai/qwen-image"_s, Size::ImageSize, {}, {}, 1, any, 4, pngFirst, {}, negative + tuned, true},
        {u"fal-ai/z-image/turbo"_s, Size::ImageSize, {}, {}, 1, any, 4, pngFirst, {}, tuned, true},
        {u"fal-ai/hidream-i1-full"_s, Size::ImageSize, {}, {}, 1, any, 4, jpegPng, {}, negative + tuned, true},
        {u"fal-ai/gpt-image-1.5"_s,
         Size::Named,
         {u"1024x1024"_s, u"1536x1024"_s, u"1024x1536"_s},
         {},
         1,
         any,
         4,
         pngFirst,
         {},
         {u"quality"_s, u"background"_s},
         false},
    };
    return table;
}

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
        const QStringList required = m_endpoint.required + QStringList {u"prompt"_s};
        for (const QString &field : required) {
            if (!m_input.contains(field)) {
                complain(field, u"missing"_s, u"Field required"_s);
            }
        }
        checkCount();
        checkFormat();
        m_work.seed = static_cast<quint64>(m_input.value("seed"_L1).toInteger(42));
        switch (m_endpoint.size) {
        case FalEndpoint::Size::ImageSize:
            checkImageSize();
            break;
        case FalEndpoint::Size::Named:
            checkWord(u"image_size"_s, m_endpoint.sizeWords);
            m_work.size = sizeFromString(m_input.value("image_size"_L1).toString()).value_or(QSize(1024, 1024));
            break;
        case FalEndpoint::Size::Ratio:
            checkRatio();
            break;
        case FalEndpoint::Size::None:
            m_work.size = QSize(1024, 1024);
        }
        listIgnored();
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

    void checkWord(const QString &field, const QStringList &legal)
    {
        const QJsonValue value = m_input.value(field);
        if (!value.isUndefined() && !legal.contains(value.toString())) {
            complain(field, u"literal_error"_s, u"Input should be one of the permitted values"_s);
        }
    }

    void checkCount()
    {
        const QJsonValue value = m_input.value("num_images"_L1);
        if (m_endpoint.maxImages == 1 || value.isUndefined()) {
            return;
        }
        m_work.n = value.toInt(0);
        if (m_work.n < 1) {
            complain(u"num_images"_s, u"greater_than_equal"_s, u"Input should be greater than or equal to 1"_s);
        } else if (m_work.n > m_endpoint.maxImages) {
            complain(u"num_images"_s, u"less_than_equal"_s, u"Input should be less than or equal to 4"_s);
        }
    }

    void checkFormat()
    {
        const QString first = m_endpoint.formats.value(0, u"png"_s);
        if (!m_endpoint.formats.isEmpty()) {
            checkWord(u"output_format"_s, m_endpoint.formats);
        }
        m_work.format = formatFromName(m_input.value("output_format"_L1).toString(first)).value_or(ImageFormat::Png);
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
        const int low = std::min(m_work.size.width(), m_work.size.height());
        const int high = std::max(m_work.size.width(), m_work.size.height());
        if (!m_work.size.isValid() || m_work.size.isEmpty()) {
            complain(u"image_size"_s, u"enum"_s, u"Input should be one of the permitted values"_s);
        } else if (low < m_endpoint.minSide || high > m_endpoint.maxSide) {
            complain(u"image_size"_s, low < m_endpoint.minSide ? u"greater_than_equal"_s : u"less_than_equal"_s,
                     u"Width and height are out of range"_s);
        }
    }

    void checkRatio()
    {
        checkWord(u"aspect_ratio"_s, m_endpoint.sizeWords);
        checkWord(u"resolution"_s, m_endpoint.tiers);
        const QString ratio = m_input.value("aspect_ratio"_L1).toString(u"1:1"_s);
        const QString tier = m_input.value("resolution"_L1).toString(u"1K"_s);
        m_work.size = sizeFor(AspectRatio::parse(ratio).value_or(AspectRatio()),
                              tierPixels(tierFromName(tier).value_or(ResolutionTier::OneK)));
    }

    void listIgnored()
    {
        QStringList known {u"prompt"_s, u"seed"_s, u"enable_safety_checker"_s, u"safety_tolerance"_s, u"sync_mode"_s};
        known += m_endpoint.required + m_endpoint.further;
        known += m_endpoint.size == FalEndpoint::Size::Ratio ? u"aspect_ratio"_s : u"image_size"_s;
        if (!m_endpoint.tiers.isEmpty()) {
            known += u"resolution"_s;
        }
        if (m_endpoint.maxImages > 1) {
            known += u"num_images"_s;
        }
        if (!m_endpoint.formats.isEmpty()) {
            known += u"output_format"_s;
        }
        const QStringList given = m_input.keys();
        for (const QString &field : given) {
            if (!known.contains(field)) {
                m_work.ignored.append(field);
            }
        }
    }

    const FalEndpoint &m_endpoint;
    const QJsonObject &m_input;
    FalWork &m_work;
};

} // namespace

const FalEndpoint *FalEndpoint::find(const QString &id)
{
    for (const FalEndpoint &endpoint : endpoints()) {
        if (endpoint.id == id) {
            return &endpoint;
        }
    }
    return nullptr;
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
    return n * (endpoint.perMegapixel ? megapixels : 1);
}

} // namespace lightwell::test
