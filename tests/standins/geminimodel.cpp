// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/geminimodel.h"

#include <QHash>

#include <algorithm>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

using Table = QHash<QString, QSize>;

const Table &firstGeneration()
{
    static const Table table {
        {u"1:1"_s, {1024, 1024}}, {u"2:3"_s, {832, 1248}},  {u"3:2"_s, {1248, 832}}, {u"3:4"_s, {864, 1184}},
        {u"4:3"_s, {1184, 864}},  {u"4:5"_s, {896, 1152}},  {u"5:4"_s, {1152, 896}}, {u"9:16"_s, {768, 1344}},
        {u"16:9"_s, {1344, 768}}, {u"21:9"_s, {1536, 672}},
    };
    return table;
}

const Table &later()
{
    static const Table table {
        {u"1:1"_s, {1024, 1024}}, {u"2:3"_s, {848, 1264}},  {u"3:2"_s, {1264, 848}}, {u"3:4"_s, {896, 1200}},
        {u"4:3"_s, {1200, 896}},  {u"4:5"_s, {928, 1152}},  {u"5:4"_s, {1152, 928}}, {u"9:16"_s, {768, 1376}},
        {u"16:9"_s, {1376, 768}}, {u"21:9"_s, {1584, 672}}, {u"1:4"_s, {512, 2048}}, {u"4:1"_s, {2048, 512}},
        {u"1:8"_s, {384, 3072}},  {u"8:1"_s, {3072, 384}},
    };
    return table;
}

} // namespace

const QList<GeminiModel> &GeminiModel::all()
{
    const QStringList usual = firstGeneration().keys();
    const QStringList wide = later().keys();
    static const QList<GeminiModel> models {
        {u"gemini-2.5-flash-image"_s, usual, {}, false},
        {u"gemini-3-pro-image"_s, usual, {u"1K"_s, u"2K"_s, u"4K"_s}, true},
        {u"gemini-3.1-flash-image"_s, wide, {u"512"_s, u"1K"_s, u"2K"_s, u"4K"_s}, true},
        {u"gemini-3.1-flash-lite-image"_s, wide, {u"1K"_s}, true},
        {u"gemini-nano-banana-2.1"_s, wide, {u"1K"_s, u"2K"_s, u"4K"_s}, true},
    };
    return models;
}

const GeminiModel *GeminiModel::find(const QString &id)
{
    const auto found =
        std::find_if(all().begin(), all().end(), [&](const GeminiModel &model) { return model.id == id; });
    return found == all().end() ? nullptr : &*found;
}

QSize GeminiModel::pixels(const QString &ratio, const QString &size) const
{
    const QSize base = (thinks ? later() : firstGeneration()).value(ratio);
    return size == "512"_L1 ? base / 2 : base * (size == "4K"_L1 ? 4 : size == "2K"_L1 ? 2 : 1);
}

} // namespace lightwell::test
