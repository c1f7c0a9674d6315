// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/svg/svgvocabulary.h"

#include <QHash>
#include <QSet>

namespace lightwell::svg {

using namespace Qt::StringLiterals;

ElementRole roleOf(QStringView element)
{
    static const QHash<QString, ElementRole> roles {
        {u"svg"_s, ElementRole::Group},
        {u"g"_s, ElementRole::Group},
        {u"defs"_s, ElementRole::Group},
        {u"symbol"_s, ElementRole::Group},
        {u"a"_s, ElementRole::Group},
        {u"switch"_s, ElementRole::Group},
        {u"use"_s, ElementRole::Shape},
        {u"path"_s, ElementRole::Shape},
        {u"rect"_s, ElementRole::Shape},
        {u"circle"_s, ElementRole::Shape},
        {u"ellipse"_s, ElementRole::Shape},
        {u"line"_s, ElementRole::Shape},
        {u"polyline"_s, ElementRole::Shape},
        {u"polygon"_s, ElementRole::Shape},
        {u"image"_s, ElementRole::Image},
        {u"linearGradient"_s, ElementRole::Gradient},
        {u"radialGradient"_s, ElementRole::Gradient},
        {u"stop"_s, ElementRole::Stop},
        {u"text"_s, ElementRole::Text},
        {u"tspan"_s, ElementRole::Text},
        {u"style"_s, ElementRole::Style},
        {u"title"_s, ElementRole::Silent},
        {u"desc"_s, ElementRole::Silent},
        {u"metadata"_s, ElementRole::Silent},
    };
    return roles.value(element.toString(), ElementRole::Unknown);
}

QString writtenName(QStringView element)
{
    return element == u"a" || element == u"symbol" ? u"g"_s : element.toString();
}

std::optional<ValueKind> propertyKind(const QString &name)
{
    static const QHash<QString, ValueKind> kinds {
        {u"color"_s, ValueKind::Colour},
        {u"display"_s, ValueKind::Words},
        {u"fill"_s, ValueKind::Paint},
        {u"fill-opacity"_s, ValueKind::Length},
        {u"fill-rule"_s, ValueKind::Words},
        {u"font-family"_s, ValueKind::FontFamily},
        {u"font-size"_s, ValueKind::FontSize},
        {u"font-style"_s, ValueKind::Words},
        {u"font-variant"_s, ValueKind::Words},
        {u"font-weight"_s, ValueKind::Words},
        {u"image-rendering"_s, ValueKind::Words},
        {u"opacity"_s, ValueKind::Length},
        {u"stop-color"_s, ValueKind::Colour},
        {u"stop-opacity"_s, ValueKind::Length},
        {u"stroke"_s, ValueKind::Paint},
        {u"stroke-dasharray"_s, ValueKind::Dashes},
        {u"stroke-dashoffset"_s, ValueKind::Length},
        {u"stroke-linecap"_s, ValueKind::Words},
        {u"stroke-linejoin"_s, ValueKind::Words},
        {u"stroke-miterlimit"_s, ValueKind::Length},
        {u"stroke-opacity"_s, ValueKind::Length},
        {u"stroke-width"_s, ValueKind::Length},
        {u"text-anchor"_s, ValueKind::Words},
        {u"vector-effect"_s, ValueKind::Words},
        {u"visibility"_s, ValueKind::Words},
    };
    const auto found = kinds.constFind(name);
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

std::optional<ValueKind> attributeKind(const QString &name)
{
    static const QHash<QString, ValueKind> kinds {
        {u"class"_s, ValueKind::Id},
        {u"cx"_s, ValueKind::Length},
        {u"cy"_s, ValueKind::Length},
        {u"d"_s, ValueKind::Path},
        {u"fx"_s, ValueKind::Length},
        {u"fy"_s, ValueKind::Length},
        {u"gradientTransform"_s, ValueKind::Transform},
        {u"gradientUnits"_s, ValueKind::Words},
        {u"height"_s, ValueKind::Length},
        {u"offset"_s, ValueKind::Length},
        {u"points"_s, ValueKind::Numbers},
        {u"preserveAspectRatio"_s, ValueKind::Words},
        {u"r"_s, ValueKind::Length},
        {u"rx"_s, ValueKind::Length},
        {u"ry"_s, ValueKind::Length},
        {u"spreadMethod"_s, ValueKind::Words},
        {u"transform"_s, ValueKind::Transform},
        {u"width"_s, ValueKind::Length},
        {u"x"_s, ValueKind::Lengths},
        {u"x1"_s, ValueKind::Length},
        {u"x2"_s, ValueKind::Length},
        {u"y"_s, ValueKind::Lengths},
        {u"y1"_s, ValueKind::Length},
        {u"y2"_s, ValueKind::Length},
    };
    const auto found = kinds.constFind(name);
    return found == kinds.cend() ? propertyKind(name) : std::optional(*found);
}

bool isSilentAttribute(QStringView name)
{
    static const QSet<QString> names {u"version"_s, u"baseProfile"_s, u"role"_s, u"lang"_s, u"tabindex"_s, u"target"_s};
    return names.contains(name.toString()) || name.startsWith(u"data-") || name.startsWith(u"aria-");
}

} // namespace lightwell::svg
