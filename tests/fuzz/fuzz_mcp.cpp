// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a client of the Model Context Protocol sends: it is refused with an error of JSON-RPC, or read into a
// request that keeps its limits. The first line of the input is what HTTP repeats of the message: version, method,
// name.
#include "core/mcp/opening.h"
#include "core/mcp/picturewish.h"
#include "core/mcp/schemacheck.h"
#include "core/mcp/tools.h"
#include "core/model/requestlimits.h"
#include "tests/fuzz/require.h"

#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;
using namespace Qt::StringLiterals;

namespace {

void readCall(const mcp::Message &message)
{
    const mcp::Tool *tool = mcp::findTool(message.params.value("name"_L1).toString());
    const QJsonObject arguments = message.params.value("arguments"_L1).toObject();
    if (!tool || mcp::faultBySchema(arguments, tool->inputSchema()) || !arguments.contains("model"_L1)) {
        return;
    }
    const Result<mcp::PictureWish> wish = mcp::readPictureWish(tool->name, arguments, message);
    if (!wish) {
        require(wish.error().billing == Billing::NotBilled, "a refusal costs nothing");
        return;
    }
    const Request &request = wish->request;
    require(!request.model.isEmpty() && request.n >= 1 && request.n <= requestlimits::pictures, "the request is legal");
    require(request.extra.size() <= requestlimits::extraFields, "few fields");
    require(wish->images.size() <= 16, "few pictures");
    require(!wish->maxCost || (wish->maxCost->isKnown() && wish->maxCost->micros() >= 0), "a limit is an amount");
    require(!wish->fingerprint.isEmpty(), "it can be told from others");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype line = input.indexOf('\n');
    const QByteArrayList words = input.left(line).split(' ');
    const auto header = [&words](qsizetype place) {
        return words.value(place).isEmpty() ? std::nullopt : std::optional(words.value(place));
    };
    const mcp::Reading reading = mcp::readMessages(line < 0 ? input : input.sliced(line + 1));
    require(reading.fault.has_value() == reading.messages.isEmpty(), "there are messages, or a fault");
    for (const mcp::Message &message : reading.messages) {
        const mcp::MirrorHeaders headers {header(0), header(1), header(2)};
        const mcp::Opening opening = mcp::openingOf(message, headers);
        const mcp::Opening inSession = mcp::openingOf(message, headers, {mcp::Terms {mcp::newestWithHandshake, true}});
        require(!inSession.terms.mayAsk || mcp::hasQuestions(inSession.terms.revision),
                "questions where there are any");
        if (message.kind == mcp::Message::Kind::Request && mcp::bringsItsTerms(message, headers)) {
            require(inSession.terms == opening.terms, "it says itself what it needs");
        }
        if (!opening.fault && message.kind == mcp::Message::Kind::Request) {
            require(!message.id.isUndefined() && !message.id.isNull(), "a request has an id");
            readCall(message);
        }
    }
    return 0;
}
