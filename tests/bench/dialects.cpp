// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each dialect adds to the same small answer of the same vendor.
#include "tests/bench/caller.h"
#include "tests/bench/gatewayprocess.h"
#include "tests/bench/memoryvendor.h"

#include <array>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

struct Way
{
    QString name;
    QByteArray path;
    QByteArray body;
};

const std::array<Way, 3> &ways()
{
    static const std::array<Way, 3> all {
        Way {u"OpenAI and Lumenfall"_s, MemoryVendor::path(), MemoryVendor::gatewayJson()},
        Way {u"OpenRouter's images"_s, "/api/v1/images",
             R"({"model":"openai/gpt-image-1-mini","prompt":"a paper boat on a pond","size":"1024x1024"})"},
        Way {u"OpenRouter's chat"_s, "/api/v1/chat/completions",
             R"({"model":"openai/gpt-image-1-mini","modalities":["image"],)"
             R"("messages":[{"role":"user","content":"a paper boat on a pond"}]})"}};
    return all;
}

} // namespace

QList<Figure> measureDialects(const Setup &setup)
{
    constexpr int warmUp = 5;
    const int rounds = warmUp + (setup.quick ? 5 : 100);
    const MemoryVendor vendor(0);
    const GatewayProcess process(setup, vendor.baseUrl());
    if (!process.isListening()) {
        return {Figure::missing(u"dialects"_s, process.complaint())};
    }
    Caller direct(vendor.port(), "sk-benchmark");
    Caller gateway(process.port(), GatewayProcess::key());
    QList<double> plain;
    std::array<QList<double>, 3> times;
    for (int round = 0; round < rounds; ++round) { // in turns, so that all see the same machine
        Caller::Answer answer;
        plain.append(timed([&] { answer = direct.post(MemoryVendor::path(), MemoryVendor::requestJson()); }));
        for (std::size_t i = 0; answer.ok() && i < times.size(); ++i) {
            times.at(i).append(timed([&] { answer = gateway.post(ways().at(i).path, ways().at(i).body); }));
            if (!answer.ok()) {
                return {Figure::missing(ways().at(i).name, QString::fromUtf8(answer.excerpt))};
            }
        }
        if (!answer.ok()) {
            return {Figure::missing(u"the vendor itself"_s, QString::fromUtf8(answer.excerpt))};
        }
    }
    const double usual = median(plain.mid(warmUp));
    QList<Figure> figures;
    for (std::size_t i = 0; i < times.size(); ++i) {
        Figure figure;
        figure.name = ways().at(i).name + u": added"_s;
        figure.value = median(times.at(i).mid(warmUp)) - usual;
        figure.unit = u"ms"_s;
        figure.note = i == 0 ? u"direct %1 ms"_s.arg(usual, 0, 'f', 2) : QString();
        figures.append(figure);
    }
    return figures;
}

} // namespace lightwell::bench
