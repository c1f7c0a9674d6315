// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/emulatedreport.h"

#include "core/planning/planner.h"
#include "core/planning/planreasons.h"
#include "core/planning/sizenotes.h"
#include "core/wording/wording.h"

#include <cmath>
#include <map>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

/// A vendor may make something else than it was told: an exact size must match, a shape but for a vendor's steps, and
/// a resolution what the catalog says it is there, or about its pixels.
bool isAnotherSize(const Plan &plan, QSize made)
{
    constexpr double steps = 0.05;
    const SizeRequest &asked = plan.request.size;
    if (asked.pixels) {
        return *asked.pixels != made;
    }
    const bool isAnotherShape = asked.ratio
        && std::abs(std::log(static_cast<double>(made.width()) / made.height() / asked.ratio->value())) > steps;
    const bool isAsPlanned = plan.size.tier == asked.tier && made == sizeThatComesOut(plan);
    return isAnotherShape || (asked.tier && !isAsPlanned && !meets(made, *asked.tier));
}

/// What is weakened, and what a word of ours was mapped to. A size that is written in another way has a place of its
/// own.
bool isReported(const PlannedParameter &parameter)
{
    static const QStringList shapes {u"size"_s, u"aspect_ratio"_s, u"resolution"_s};
    return parameter.isWeakened() || (parameter.treatment == Treatment::Converted && !shapes.contains(parameter.name));
}

/// What became of one field.
struct Told
{
    const PlannedParameter *parameter = nullptr; ///< none: it was passed on, but other pixels came out
    bool withSize = false; ///< those that came out, or will, are told with it
};

using Report = std::map<QString, Told>; // by the names of fields, which are written in their order

/// Another size or shape than was asked for has one place in the report, whichever field asked for it.
void addSize(Report &report, const Plan &plan, QSize made)
{
    // Beside pixels a ratio is another field that counted or not, and has its own entry.
    if (const auto shape = report.find(u"aspect_ratio"_s); shape != report.end() && !plan.request.size.pixels) {
        report.insert_or_assign(u"size"_s, Told {shape->second.parameter, true});
    } else if (const auto size = report.find(u"size"_s); size != report.end()) {
        size->second.withSize = true;
    }
    const bool isDrawing = plan.output.upstreamFormat == ImageFormat::Svg;
    const bool isTold = report.contains(u"size"_s) || report.contains(u"resolution"_s);
    if (!isTold && !made.isEmpty() && !isDrawing && isAnotherSize(plan, made)) {
        report.emplace(u"size"_s, Told {nullptr, true});
    }
}

void writeTold(JsonText &json, const Told &told, const Plan &plan, QSize made)
{
    const PlannedParameter *parameter = told.parameter;
    json.beginObject();
    if (!parameter) {
        json.put("asked"_L1, plan.request.size.toString());
    } else if (!parameter->asked.isUndefined()) {
        json.put("asked"_L1, parameter->asked);
    }
    if (told.withSize) {
        const QSize size = made.isEmpty() ? sizeThatComesOut(plan) : made;
        json.putOrNull("delivered"_L1, size.isEmpty() ? QString() : sizeToString(size));
    }
    if (!parameter) {
        const Reason reason = reasons::sizeCameOut(plan.offer.model, plan.offer.provider, made);
        json.put("reason"_L1, wording::sentence(reason));
    } else {
        if (!parameter->reason.isEmpty()) {
            json.put("reason"_L1, wording::sentence(parameter->reason));
        }
        if (!parameter->sent.isUndefined()) {
            json.put("sent"_L1, parameter->sent);
        }
        json.put("treatment"_L1, treatmentName(parameter->treatment));
    }
    json.endObject();
}

} // namespace

void writeEmulated(JsonText &json, const Plan &plan, QSize made)
{
    Report report;
    for (const PlannedParameter &parameter : plan.parameters) {
        if (isReported(parameter)) {
            report.insert_or_assign(parameter.name, Told {&parameter, false});
        }
    }
    addSize(report, plan, made);
    json.beginObject("emulated"_L1);
    for (const auto &[name, told] : report) {
        json.putNext(name);
        writeTold(json, told, plan, made);
    }
    json.endObject();
}

} // namespace lightwell::openai
