// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/openaimodel.h"

#include <algorithm>

namespace lightwell::test {

using namespace Qt::StringLiterals;

const QList<OpenAiModel> &OpenAiModel::all()
{
    const QStringList usual {u"auto"_s, u"low"_s, u"medium"_s, u"high"_s};
    const QStringList more = usual + QStringList {u"xhigh"_s, u"max"_s};
    static const QList<OpenAiModel> models {
        {u"gpt-image-2.6-flare"_s, true, true, true, more, {}},
        {u"gpt-image-2.6-sunburst"_s, true, true, true, more, {}},
        {u"gpt-image-2.5-flare"_s, true, true, false, more, {}},
        {u"gpt-image-2.5-sunburst"_s, true, true, false, more, {}},
        {u"gpt-image-2"_s, true, false, false, usual, {}},
        {u"gpt-image-1.5"_s, false, true, false, usual, {u"low"_s, u"high"_s}},
        {u"gpt-image-1-mini"_s, false, true, false, usual, {u"low"_s}, false},
    };
    return models;
}

const OpenAiModel *OpenAiModel::find(const QString &id)
{
    const auto found =
        std::find_if(all().begin(), all().end(), [&](const OpenAiModel &model) { return model.id == id; });
    return found == all().end() ? nullptr : &*found;
}

bool OpenAiModel::allows(QSize size) const
{
    const QList<QSize> presets {{1024, 1024}, {1536, 1024}, {1024, 1536}};
    if (presets.contains(size) || !freeSizes) {
        return presets.contains(size);
    }
    const int width = size.width();
    const int height = size.height();
    const qint64 pixels = qint64(width) * height;
    return width % 16 == 0 && height % 16 == 0 && width <= 3840 && height <= 3840 && width <= 3 * height
        && height <= 3 * width && pixels >= 655'360 && pixels <= 8'294'400;
}

qint64 OpenAiModel::outputTokens(QSize size, const QString &quality)
{
    const qint64 square = quality == "low"_L1 ? 196 : quality == "medium"_L1 ? 1056 : 4160;
    return std::max<qint64>(1, square * size.width() * size.height() / (1024LL * 1024));
}

} // namespace lightwell::test
