// Asks a ThreatCrowd-compatible server, such as `tendril serve`, with nothing but .NET's own library.
//
//     dotnet run --project ThreatCrowd.csproj domain aoldaily.com
//     THREATCROWD=https://tc.team.example/ dotnet run --project ThreatCrowd.csproj ip 188.40.75.132

using System.Net;
using System.Text.Json;

var parameter = new Dictionary<string, string>
{
    ["email"] = "email", ["domain"] = "domain", ["ip"] = "ip", ["antivirus"] = "antivirus", ["file"] = "resource",
};
const int tries = 3;
string[] lists = ["domains", "ips", "subdomains", "emails", "hashes", "scans", "references"];

if (args.Length != 2 || !parameter.ContainsKey(args[0]))
{
    Console.Error.WriteLine($"Usage: ThreatCrowd {string.Join('|', parameter.Keys)} VALUE");
    return 1;
}

using var http = new HttpClient
{
    BaseAddress = new Uri(Environment.GetEnvironmentVariable("THREATCROWD") ?? "http://127.0.0.1:8765/"),
};
using JsonDocument? found = await Report(args[0], args[1]);
if (found is null)
{
    Console.Error.WriteLine($"Nothing is known about {args[1]}.");
    return 1;
}

JsonElement answer = found.RootElement;
if (answer.TryGetProperty("resolutions", out JsonElement resolutions))
{
    foreach (JsonElement row in resolutions.EnumerateArray())
    {
        JsonElement other = row.TryGetProperty("ip_address", out JsonElement ip) ? ip : row.GetProperty("domain");
        Console.WriteLine($"{row.GetProperty("last_resolved")}\t{other.GetString()?.Trim()}");
    }
}
foreach (string name in lists)
{
    if (!answer.TryGetProperty(name, out JsonElement values))
    {
        continue;
    }
    foreach (JsonElement value in values.EnumerateArray().Where(value => value.GetString() != ""))
    {
        Console.WriteLine($"{name}\t{value.GetString()?.Trim()}");
    }
}
Console.WriteLine($"page\t{answer.GetProperty("permalink")}");
return 0;

// The report on a value, or null when the server knows nothing about it.
async Task<JsonDocument?> Report(string kind, string value)
{
    string target = $"searchApi/v2/{kind}/report/?{parameter[kind]}={Uri.EscapeDataString(value)}";
    for (int i = 0; i < tries; i++)
    {
        using HttpResponseMessage response = await http.GetAsync(target);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(10));
            continue;
        }
        response.EnsureSuccessStatusCode();
        JsonDocument report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        // "1" is a text in every answer, not a number.
        return report.RootElement.GetProperty("response_code").GetString() == "1" ? report : null;
    }
    throw new InvalidOperationException("The server is still too busy. Try again later.");
}
