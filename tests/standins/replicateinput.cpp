// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/replicateinput.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"

#include <QCryptographicHash>
#include <QImage>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QList<ReplicateModel> &models()
{
    using Output = ReplicateModel::Output;
    const auto model = [](const QString &path, Output output, bool official = true) {
        return ReplicateModel {path, official, output,
                               VendorInputs::find(u"replicate"_s, path).value_or(VendorInputs())};
    };
    static const QList<ReplicateModel> table {
        model(u"black-forest-labs/flux-schnell"_s, Output::List),
        model(u"black-forest-labs/flux-dev"_s, Output::List),
        model(u"black-forest-labs/flux-1.1-pro"_s, Output::Text),
        model(u"black-forest-labs/flux-1.1-pro-ultra"_s, Output::Text),
        model(u"black-forest-labs/flux-2-pro"_s, Output::Text),
        model(u"black-forest-labs/flux-2-max"_s, Output::Text),
        model(u"black-forest-labs/flux-fill-pro"_s, Output::Text),
        model(u"stability-ai/stable-diffusion-3.5-large"_s, Output::List),
        model(u"stability-ai/stable-diffusion-3.5-large-turbo"_s, Output::List),
        model(u"stability-ai/stable-diffusion-3.5-medium"_s, Output::List),
        model(u"bytedance/seedream-5-lite"_s, Output::List),
        model(u"bytedance/seedream-4.5"_s, Output::List),
        model(u"wan-video/wan-2.7-image"_s, Output::List),
        model(u"wan-video/wan-2.7-image-pro"_s, Output::List),
        model(u"tencent/hunyuan-image-3"_s, Output::List),
        model(u"luma/photon"_s, Output::Text),
        model(u"luma/photon-flash"_s, Output::Text),
        model(u"google/nano-banana-pro"_s, Output::Text),
        model(u"black-forest-labs/flux-kontext-pro"_s, Output::Text),
        model(u"black-forest-labs/flux-kontext-max"_s, Output::Text),
        model(u"ideogram-ai/ideogram-v3-turbo"_s, Output::Text),
        model(u"ideogram-ai/ideogram-v3-balanced"_s, Output::Text),
        model(u"ideogram-ai/ideogram-v3-quality"_s, Output::Text),
        model(u"ideogram-ai/ideogram-v2a-turbo"_s, Output::Text),
        model(u"recraft-ai/recraft-v3"_s, Output::Text),
        model(u"leonardoai/phoenix-1.0"_s, Output::List),
        model(u"minimax/image-01"_s, Output::List),
        model(u"prunaai/z-image-turbo"_s, Output::Text),
        model(u"black-forest-labs/flux-2-dev"_s, Output::Text),
        model(u"black-forest-labs/flux-2-klein-4b"_s, Output::List),
        model(u"black-forest-labs/flux-2-klein-9b-base"_s, Output::List),
        model(u"black-forest-labs/flux-krea-dev"_s, Output::List),
        model(u"black-forest-labs/flux-kontext-dev"_s, Output::Text),
        model(u"black-forest-labs/flux-fill-dev"_s, Output::List),
        model(u"leonardoai/lucid-origin"_s, Output::List),
        model(u"recraft-ai/recraft-v3-svg"_s, Output::Text),
        model(u"recraft-ai/recraft-crisp-upscale"_s, Output::Text),
        model(u"recraft-ai/recraft-creative-upscale"_s, Output::Text),
        model(u"recraft-ai/recraft-vectorize"_s, Output::Text),
        model(u"recraft-ai/recraft-remove-background"_s, Output::Text),
        model(u"nvidia/sana"_s, Output::Text, false),
        model(u"playgroundai/playground-v2.5-1024px-aesthetic"_s, Output::List, false),
        model(u"bytedance/sdxl-lightning-4step"_s, Output::List, false),
        model(u"stability-ai/sdxl"_s, Output::List, false),
        model(u"black-forest-labs/flux-pro"_s, Output::Text),
        model(u"ideogram-ai/ideogram-v2-turbo"_s, Output::Text),
        model(u"recraft-ai/recraft-20b"_s, Output::Text),
        model(u"recraft-ai/recraft-20b-svg"_s, Output::Text),
        model(u"stability-ai/stable-diffusion"_s, Output::List, false),
        model(u"bytedance/bagel"_s, Output::Object, false),
        model(u"fofr/aura-flow"_s, Output::List, false),
        model(u"example/layers"_s, Output::Object, false),
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
        checkFields();
        checkSize();
        for (const QLatin1StringView count : {"num_outputs"_L1, "num_images"_L1, "number_of_images"_L1}) {
            m_work.n = m_input.contains(count) ? m_input.value(count).toInt(1) : m_work.n;
        }
        const QString format = m_model.path.contains("recraft"_L1)
            ? formatOfRecraft()
            : m_model.inputs.field(u"output_format"_s).words.value(0, u"png"_s);
        m_work.format = formatFromName(m_input.value("output_format"_L1).toString(format)).value_or(ImageFormat::Png);
        const QJsonValue seed = m_input.value("seed"_L1);
        if (!seed.isUndefined() && !seed.isDouble()) {
            complain(u"seed"_s, u"must be an integer"_s);
        }
        m_work.seed = static_cast<quint64>(seed.toInteger(7));
    }

private:
    /// Which follows from the model alone.
    [[nodiscard]] QString formatOfRecraft() const
    {
        const bool draws = m_model.path.endsWith("-svg"_L1) || m_model.path.endsWith("-vectorize"_L1);
        return draws ? u"svg"_s : m_model.path.endsWith("-background"_L1) ? u"png"_s : u"webp"_s;
    }

    void complain(const QString &field, const QString &text)
    {
        m_work.complaints.append(QString(u"input."_s + field + u": "_s + text));
    }

    void checkFields()
    {
        using Kind = VendorInputs::Wrong::Kind;
        const QList<VendorInputs::Wrong> faults = m_model.inputs.wrongIn(m_input);
        for (const VendorInputs::Wrong &wrong : faults) {
            if (wrong.kind == Kind::Missing) {
                m_work.complaints.append(QString(u"input: "_s + wrong.field + u" is required"_s));
            } else if (wrong.kind == Kind::Unknown) {
                m_work.complaints.append(
                    QString(u"input: Additional property "_s + wrong.field + u" is not allowed"_s));
            } else if (wrong.kind == Kind::Word) {
                complain(wrong.field, QString(u"must be one of the following: "_s + wrong.legal));
            } else {
                complain(wrong.field, QString(u"must be from "_s + wrong.legal));
            }
        }
    }

    /// Of the first that is to be worked on.
    [[nodiscard]] QSize pictureSize() const
    {
        for (const QLatin1StringView field : {"image"_L1, "input_image"_L1, "input_images"_L1, "image_input"_L1}) {
            const QJsonValue said = m_input.value(field);
            const QString text = said.isArray() ? said[0].toString() : said.toString();
            if (!text.isEmpty()) {
                if (const QImage linked = linkedPicture(text); !linked.isNull()) {
                    return linked.size();
                }
                const QByteArray bytes = text.section(";base64,"_L1, 1).toLatin1();
                return QImage::fromData(QByteArray::fromBase64(bytes)).size();
            }
        }
        return {};
    }

    /// Where none is told, the first of its words. Pictures for "image" are followed, and all are by models whose words
    /// are not known.
    [[nodiscard]] QString ratioFor(QSize picture) const
    {
        const QStringList words = m_model.inputs.field(u"aspect_ratio"_s).words;
        const bool follows = !picture.isEmpty() && (words.isEmpty() || m_input.contains("image"_L1));
        const QString usual = follows ? u"match_input_image"_s : words.value(0, u"1:1"_s);
        const bool isOfPictures = usual == "match_input_image"_L1 && picture.isEmpty();
        return m_input.value("aspect_ratio"_L1).toString(isOfPictures ? u"1:1"_s : usual);
    }

    void checkSize()
    {
        const QSize picture = pictureSize();
        const bool byRatio = m_input.contains("aspect_ratio"_L1) || !m_input.contains("size"_L1) || !picture.isEmpty();
        if (m_model.inputs.has(u"aspect_ratio"_s) && byRatio) {
            const QString ratio = ratioFor(picture);
            const bool isLikePicture = ratio == "match_input_image"_L1;
            if (isLikePicture && picture.isEmpty()) {
                complain(u"aspect_ratio"_s, u"needs an input image"_s);
            }
            const QSize size = isLikePicture ? picture : cogSize(ratio);
            m_work.size = size.isValid() && !size.isEmpty()
                ? size
                : sizeFor(AspectRatio::parse(ratio).value_or(AspectRatio()), 1024 * 1024);
            m_work.size = m_input.value("megapixels"_L1) == "0.25"_L1 ? m_work.size / 2 : m_work.size;
        } else if (m_model.inputs.has(u"width"_s)) {
            m_work.size = QSize(m_input.value("width"_L1).toInt(1024), m_input.value("height"_L1).toInt(1024));
            if (m_work.size.width() % 8 != 0) {
                complain(u"width"_s, u"must be a multiple of 8"_s);
            }
            if (m_work.size.height() % 8 != 0) {
                complain(u"height"_s, u"must be a multiple of 8"_s);
            }
        } else if (m_model.inputs.has(u"size"_s)) {
            const QString text = m_input.value("size"_L1).toString(u"1024*1024"_s);
            m_work.size = sizeFromString(QString(text).replace(u'*', u'x')).value_or(QSize(2048, 2048));
        } else if (m_input.contains("image"_L1)) {
            m_work.size = picture;
            if (m_work.size.isEmpty()) {
                complain(u"image"_s, u"is no picture"_s);
            }
            m_work.size *= m_model.path.endsWith("-upscale"_L1) ? 2 : 1;
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
