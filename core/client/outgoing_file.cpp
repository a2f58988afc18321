#include <client/outgoing_file.h>

#include <protocol/codec.h>

namespace relevo::client {

using protocol::Json;

Json storedFiles(const std::vector<OutgoingFile>& files)
{
    Json stored = Json::array();
    for (const OutgoingFile& file : files) {
        Json json = protocol::toJson(file.what);
        if (!file.path.isEmpty())
            json["path"] = protocol::utf8(file.path);
        stored.push_back(std::move(json));
    }
    return stored;
}

std::vector<OutgoingFile> readStoredFiles(const Json& stored)
{
    constexpr std::size_t longestPath = 16 * 1024;
    std::vector<OutgoingFile> files;
    for (const Json& json : stored.is_array() ? stored : Json::array()) {
        Result<domain::Attachment> what = protocol::fromJson<domain::Attachment>(json);
        if (what)
            files.push_back({std::move(*what), protocol::Fields(json).optionalText("path", longestPath)});
    }
    return files;
}

std::vector<domain::Attachment> attachmentsOf(const std::vector<OutgoingFile>& files)
{
    std::vector<domain::Attachment> attachments;
    attachments.reserve(files.size());
    for (const OutgoingFile& file : files)
        attachments.push_back(file.what);
    return attachments;
}

} // namespace relevo::client
